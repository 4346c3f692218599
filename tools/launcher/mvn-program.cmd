@echo off
rem The twin of mvn-program for Windows, where the engine finds it by its extension.
call "%~dp0host.cmd" program dev.spillway.program.Main %*
exit /b %ERRORLEVEL%
