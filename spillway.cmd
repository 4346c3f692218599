@echo off
rem The twin of ./spillway for Windows: tools\launcher\prepare.ps1 builds where needed and answers in three lines.
setlocal DisableDelayedExpansion
set "SPILLWAY_JAVA="
set "SPILLWAY_FLAGS="
set "SPILLWAY_JAR="
for /f "usebackq tokens=1,* delims==" %%A in (`powershell -NoProfile -ExecutionPolicy Bypass -File "%~dp0tools\launcher\prepare.ps1"`) do set "SPILLWAY_%%A=%%B"
if not defined SPILLWAY_JAR exit /b 2
"%SPILLWAY_JAVA%" %SPILLWAY_FLAGS% "-Dspillway.home=%~dp0." %SPILLWAY_JAVA_OPTS% -cp "%SPILLWAY_JAR%" dev.spillway.cli.Main %*
exit /b %ERRORLEVEL%
