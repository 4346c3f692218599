@echo off
rem The twin of mvn-program for Windows, where the engine finds it by its extension. `cmd` parts words at "=" too.
setlocal DisableDelayedExpansion
set "REQUEST=other"
set "MAIN=dev.spillway.program.Main"
set "OTHER="
for %%A in (%*) do (
    if "%%~A"=="exec:java" set "REQUEST=program"
    if "%%~A"=="com.pulumi.bootstrap.internal.Main" set "MAIN=com.pulumi.bootstrap.internal.Main"
    if "%%~A"=="-Dexec.mainClass" set "OTHER=yes"
    if "%%~A"=="-Dexec.args" set "OTHER=yes"
    if "%%~A"=="-f" set "OTHER=yes"
)
if defined OTHER goto maven
if not "%REQUEST%"=="program" goto maven
set "SPILLWAY_JAVA="
set "SPILLWAY_FLAGS="
set "SPILLWAY_JAR="
for /f "usebackq tokens=1,* delims==" %%A in (`powershell -NoProfile -ExecutionPolicy Bypass -File "%~dp0prepare.ps1"`) do set "SPILLWAY_%%A=%%B"
if not defined SPILLWAY_JAR goto maven
if "%MAIN%"=="dev.spillway.program.Main" goto program
for %%A in ("%SPILLWAY_JAR%") do set "PACKAGES=%%~dpApackages.json"
if exist "%PACKAGES%" (
    type "%PACKAGES%"
    exit /b 0
)
"%SPILLWAY_JAVA%" %SPILLWAY_FLAGS% -cp "%SPILLWAY_JAR%" %MAIN% packages
exit /b %ERRORLEVEL%

:program
"%SPILLWAY_JAVA%" %SPILLWAY_FLAGS% "-Dspillway.home=%~dp0..\.." %SPILLWAY_JAVA_OPTS% -cp "%SPILLWAY_JAR%" %MAIN%
exit /b %ERRORLEVEL%

:maven
mvn %*
