@echo off
rem The twin of host.sh for Windows: host.cmd program^|plugin MAIN ARGUMENTS-OF-MAVEN. `cmd` parts words at "=" too, unless they
rem are quoted. Untried: no Windows was at hand.
setlocal DisableDelayedExpansion
set "KIND=%~1"
set "MAIN=%~2"
set "POM=%~dp0..\..\pom.xml"
set "REQUEST=other"
set "ENGINE="
set "OTHER="
shift
shift
set "ARGUMENTS="
:next
if "%~1"=="" goto parsed
set "ARGUMENTS=%ARGUMENTS% %1"
if "%~1"=="exec:java" if "%REQUEST%"=="other" set "REQUEST=program"
if "%~1"=="com.pulumi.bootstrap.internal.Main" set "REQUEST=packages"
if "%~1"=="-Dexec.mainClass" set "OTHER=yes"
if "%~1"=="-Dexec.args" set "ENGINE=%~2"
shift
goto next

:parsed
if defined ENGINE if "%REQUEST%"=="program" set "REQUEST=plugin"
if defined OTHER goto other
if "%REQUEST%"=="packages" goto ours
if not "%REQUEST%"=="%KIND%" goto other

:ours
set "SPILLWAY_JAVA="
set "SPILLWAY_FLAGS="
set "SPILLWAY_JAR="
set "TRAINED=%MAIN%"
if "%MAIN%"=="dev.spillway.program.Main" set "TRAINED=dev.spillway.cli.Main"
for /f "usebackq tokens=1,* delims==" %%A in (`powershell -NoProfile -ExecutionPolicy Bypass -File "%~dp0prepare.ps1" %TRAINED%`) do set "SPILLWAY_%%A=%%B"
if not defined SPILLWAY_JAR goto maven
if "%REQUEST%"=="packages" goto packages
"%SPILLWAY_JAVA%" %SPILLWAY_FLAGS% "-Dspillway.home=%~dp0..\.." %SPILLWAY_JAVA_OPTS% -cp "%SPILLWAY_JAR%" %MAIN% %ENGINE%
exit /b %ERRORLEVEL%

:packages
for %%A in ("%SPILLWAY_JAR%") do set "PACKAGES=%%~dpApackages.json"
if exist "%PACKAGES%" if not defined SPILLWAY_NO_CACHED_DISCOVERY (
    type "%PACKAGES%"
    exit /b 0
)
"%SPILLWAY_JAVA%" %SPILLWAY_FLAGS% -cp "%SPILLWAY_JAR%" com.pulumi.bootstrap.internal.Main packages
exit /b %ERRORLEVEL%

:maven
rem Nothing can be built here, which prepare.ps1 has said. The engine's address is an argument of the main class.
set "TOLD="
if defined ENGINE set "TOLD=-DmainArgs=%ENGINE%"
set "QUIET=-Dorg.slf4j.simpleLogger.defaultLogLevel=warn -Dorg.slf4j.simpleLogger.logFile=System.err --no-transfer-progress"
if "%REQUEST%"=="packages" goto other
call mvn %QUIET% -f "%POM%" -Dfast compile exec:java "-DmainClass=%MAIN%" "%TOLD%"
exit /b %ERRORLEVEL%

:other
call mvn -f "%POM%" -Dfast %ARGUMENTS%
exit /b %ERRORLEVEL%
