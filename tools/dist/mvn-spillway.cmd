@echo off
rem The twin of mvn-spillway for Windows, where the engine finds it by its extension; without class data. Untried.
setlocal DisableDelayedExpansion
if not defined MAIN set "MAIN=dev.spillway.pack.PackServer"
if not defined PACKAGES set "PACKAGES=[]"
set "REQUEST=none"
set "ENGINE="
:next
if "%~1"=="" goto parsed
if "%~1"=="exec:java" if "%REQUEST%"=="none" set "REQUEST=plugin"
if "%~1"=="com.pulumi.bootstrap.internal.Main" set "REQUEST=packages"
if "%~1"=="-Dexec.args" set "ENGINE=%~2"
shift
goto next

:parsed
if "%REQUEST%"=="packages" (
    echo %PACKAGES%
    exit /b 0
)
if not "%REQUEST%"=="plugin" exit /b 0
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto -Xmx512m %SPILLWAY_JAVA_OPTS% -cp "%~dp0spillway.jar" %MAIN% %ENGINE%
exit /b %ERRORLEVEL%
