# Does for spillway.cmd and host.cmd what build.sh and archive.sh do for their twins: finds the JDK, hashes the sources, builds
# what was not built yet, and has class data made for the given main class. Messages go to standard error; standard output is
# JAVA=, FLAGS= and JAR= for the caller. Untried: no Windows was at hand.
param([string] $main = 'dev.spillway.cli.Main')
$ErrorActionPreference = 'Stop'
$project = (Resolve-Path "$PSScriptRoot\..\..").Path
$builds = Join-Path $project '.spillway'
$flags = @('-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Xshare:auto', '-Xmx512m', '-Xlog:disable', '-Xlog:all=error:stderr')
if ($env:SPILLWAY_NO_FLAGS) { $flags = @('-Xlog:disable', '-Xlog:all=error:stderr') }

function Say($text) { [Console]::Error.WriteLine("spillway: $text") }
function Fail($text) { Say $text; exit 2 }

function Find-Java {
    if ($env:JAVA_HOME) { $jdk = $env:JAVA_HOME; $origin = ' (JAVA_HOME)' }
    else {
        $found = Get-Command java.exe -ErrorAction SilentlyContinue
        if (-not $found) { Fail 'java: found none in PATH and JAVA_HOME is not set; a JDK of version 17 or newer is needed' }
        $jdk = Split-Path (Split-Path $found.Source); $origin = ''
    }
    $java = Join-Path $jdk 'bin\java.exe'
    if (-not (Test-Path $java)) { Fail "java: $jdk$origin holds no bin\java.exe; a JDK of version 17 or newer is needed" }
    $release = Join-Path $jdk 'release'
    $text = if (Test-Path $release) { Get-Content $release | Out-String }
            else { cmd /c "`"$java`" -XshowSettings:properties -version 2>&1" | Out-String }
    $version = if ($text -match 'JAVA_VERSION="([^"]+)"' -or $text -match 'java\.version = (\S+)') { $Matches[1] } else { 'unknown' }
    $major = if ($version -replace '^1\.', '' -match '^\d+') { [int]$Matches[0] } else { 0 }
    if ($major -lt 17) { Fail "java: found version $version in $jdk$origin; a JDK of version 17 or newer is needed" }
    @{ Home = $jdk; Java = $java; Version = $version; Major = $major }
}

# One hash over the names and bytes of the files below the given names.
function Get-Key([string[]] $names) {
    $sha = [Security.Cryptography.SHA256]::Create()
    $files = foreach ($name in $names) {
        Get-ChildItem -Recurse -File -Force (Join-Path $project $name) -ErrorAction SilentlyContinue
    }
    $lines = foreach ($file in $files) {
        $stream = [IO.File]::OpenRead($file.FullName)
        try { $hash = [BitConverter]::ToString($sha.ComputeHash($stream)) } finally { $stream.Dispose() }
        $hash + ' ' + $file.FullName.Substring($project.Length).Replace('\', '/')
    }
    [string[]] $sorted = @($lines)
    [Array]::Sort($sorted, [StringComparer]::Ordinal)
    $bytes = [Text.Encoding]::UTF8.GetBytes(($sorted -join "`n"))
    [BitConverter]::ToString($sha.ComputeHash($bytes)).Replace('-', '').ToLowerInvariant().Substring(0, 24)
}

function Confirm-Maven {
    if (-not (Test-Path (Join-Path $jdk.Home 'bin\javac.exe'))) {
        Fail "java: $($jdk.Home) holds no compiler (bin\javac.exe); to build Spillway a whole JDK of version 17 or newer is needed"
    }
    if (-not (Get-Command mvn -ErrorAction SilentlyContinue)) {
        Fail 'mvn: found none in PATH; to build Spillway Maven 3.8.7 or newer is needed'
    }
    $text = cmd /c 'mvn -v 2>nul' | Out-String
    $version = if ($text -match 'Apache Maven (\d+\.\d+\.\d+)') { $Matches[1] } else { 'unknown' }
    if ($version -eq 'unknown' -or [Version]$version -lt [Version]'3.8.7') {
        Fail "mvn: found version $version; to build Spillway Maven 3.8.7 or newer is needed"
    }
}

function Invoke-Build {
    Confirm-Maven
    $lib = Join-Path $builds ('lib-' + (Get-Key 'pom.xml', '.mvn'))
    $work = Join-Path $builds "work-$PID"
    if (Test-Path $lib) { Say 'the sources have changed, building' }
    else { Say 'first use, building (downloads about 150 MB unless Maven has them, and takes a minute or two)' }
    New-Item -ItemType Directory -Force $work | Out-Null
    $log = Join-Path $work 'build.log'
    $skip = if (Test-Path $lib) { '-Dmdep.skip=true' } else { '' }
    $env:JAVA_HOME = $jdk.Home
    Push-Location $project
    cmd /c "mvn -B -Dfast -DskipTests `"-Dbuild.dir=$work\target`" $skip package > `"$log`" 2>&1 < nul"
    $status = $LASTEXITCODE
    Pop-Location
    if ($status -ne 0) {
        Get-Content $log | Where-Object { $_ -notmatch '^\[INFO\]' } | Select-Object -Last 40 |
            ForEach-Object { [Console]::Error.WriteLine($_) }
        Fail 'the build failed, see above'
    }
    if (-not (Test-Path $lib)) { Move-Item "$work\target\lib" $lib }
    New-Item -ItemType Directory "$work\new" | Out-Null
    Move-Item "$work\target\spillway-*.jar" "$work\new\spillway.jar"
    New-Item -ItemType Junction -Path "$work\new\lib" -Target $lib | Out-Null
    Move-Item "$work\new" $build
    Remove-Item -Recurse -Force $work
}

# What class data is tied to: the JDK, the jars as they are where they are, the flags.
function Get-ArchiveKey {
    $facts = @("$($jdk.Home) $($jdk.Version) $flags")
    $facts += Get-Item "$build\spillway.jar", "$build\lib\*.jar" |
        ForEach-Object { "$($_.FullName) $($_.Length) $($_.LastWriteTimeUtc.Ticks)" }
    $sha = [Security.Cryptography.SHA256]::Create()
    $hash = $sha.ComputeHash([Text.Encoding]::UTF8.GetBytes(($facts -join "`n")))
    [BitConverter]::ToString($hash).Replace('-', '').ToLowerInvariant().Substring(0, 24)
}

# Leaves the training to a process of its own, which moves the class data to its place when it is whole.
function Start-Training {
    $arguments = if ($main -eq 'dev.spillway.cli.Main') { 'rehearse' } else { '--rehearse' }
    $java = "& '$($jdk.Java)' $flags '-XX:ArchiveClassesAtExit=$archive.new' -cp '$build\spillway.jar' $main $arguments"
    $wait = "`$mutex = New-Object Threading.Mutex(`$false, 'Local\spillway-class-data'); `$null = `$mutex.WaitOne()"
    $done = "if (Test-Path '$archive.new') { Move-Item '$archive.new' '$archive' } else { New-Item -ItemType File '$archive' }"
    $script = "Set-Location '$project'; $wait; if (-not (Test-Path '$archive')) { $java; $done }"
    Start-Process -WindowStyle Hidden powershell -ArgumentList '-NoProfile', '-Command', "`"$script`"" | Out-Null
}

# What the engine asks before every operation, asked once. A list that cannot be had is asked for when it is needed.
function Export-Packages {
    cmd /c "`"$($jdk.Java)`" $flags -cp `"$build\spillway.jar`" com.pulumi.bootstrap.internal.Main packages > `"$build\packages.new`" 2> nul < nul"
    if ($LASTEXITCODE -eq 0) { Move-Item -Force "$build\packages.new" "$build\packages.json" }
    else { Remove-Item -Force "$build\packages.new" -ErrorAction SilentlyContinue }
}

# Keeps the three builds made last. Removing a junction must not reach through it.
function Remove-OldBuilds {
    Get-ChildItem -Directory $builds -Filter 'build-*' | Sort-Object LastWriteTime -Descending | Select-Object -Skip 3 |
        ForEach-Object { [IO.Directory]::Delete("$($_.FullName)\lib"); Remove-Item -Recurse -Force $_.FullName }
}

$jdk = Find-Java
if ($jdk.Major -ge 22) { $flags += '--enable-native-access=ALL-UNNAMED' }
if ($jdk.Major -ge 23 -and $jdk.Major -le 25) { $flags += '--sun-misc-unsafe-memory-access=allow' }
$build = Join-Path $builds ('build-' + (Get-Key 'src\main', 'pom.xml', '.mvn'))
if (-not (Test-Path "$build\spillway.jar")) {
    # The system lets go of the mutex of a process that died; the next one to wait is told so and goes on.
    $mutex = New-Object Threading.Mutex($false, ('Local\spillway-' + ($builds -replace '[\\:]', '-')))
    try { $null = $mutex.WaitOne() } catch [Threading.AbandonedMutexException] { }
    try {
        Get-ChildItem -Directory $builds -Filter 'work-*' -ErrorAction SilentlyContinue | Remove-Item -Recurse -Force
        if (-not (Test-Path "$build\spillway.jar")) { Invoke-Build }
        if (-not (Test-Path "$build\packages.json")) { Export-Packages }
        Remove-OldBuilds
    }
    finally { $mutex.ReleaseMutex() }
}
if (-not $env:SPILLWAY_NO_ARCHIVE) {
    $archive = Join-Path $build "$(Get-ArchiveKey)-$($main -replace '^dev\.spillway\.', '').jsa"
    if (-not (Test-Path $archive)) { Start-Training }
    elseif ((Get-Item $archive).Length -gt 0) { $flags += "`"-XX:SharedArchiveFile=$archive`"" }
}
"JAVA=$($jdk.Java)"
"FLAGS=$($flags -join ' ')"
"JAR=$build\spillway.jar"
