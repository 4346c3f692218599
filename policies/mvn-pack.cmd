@echo off
rem The twin of mvn-pack for Windows, where an argument ends at its equals sign.
setlocal DisableDelayedExpansion
set "PROJECT=%~dp0.."
set "GOAL=maven"
for %%A in (%*) do (
    if "%%~A"=="exec:java" if not defined DISCOVERY set "GOAL=pack"
    if "%%~A"=="com.pulumi.bootstrap.internal.Main" set "GOAL=discovery" & set "DISCOVERY=true"
)
if "%GOAL%"=="discovery" (
    echo []
    exit /b 0
)
if "%GOAL%"=="maven" (
    call mvn -f "%PROJECT%\pom.xml" %*
    exit /b
)
set "SPILLWAY_MAIN=dev.spillway.pack.PackServer"
call "%PROJECT%\spillway.cmd"
exit /b
