// Command pulumi-language-nodejs is a minimal Node.js language host: it runs a program
// or a policy pack with the run scripts inside the installed @pulumi/pulumi package.
package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"

	pulumirpc "github.com/pulumi/pulumi/sdk/v3/proto/go"
	"google.golang.org/grpc"
	"google.golang.org/protobuf/types/known/emptypb"
)

// Set by the linker.
var version = "0.0.0"

type host struct {
	pulumirpc.UnimplementedLanguageRuntimeServer
	engine string
}

func main() {
	h := &host{}
	for _, a := range os.Args[1:] {
		if len(a) > 0 && a[0] != '-' {
			h.engine = a
		}
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	s := grpc.NewServer(grpc.MaxRecvMsgSize(400 << 20))
	pulumirpc.RegisterLanguageRuntimeServer(s, h)
	fmt.Println(l.Addr().(*net.TCPAddr).Port)
	_ = s.Serve(l)
}

func (h *host) Handshake(_ context.Context, r *pulumirpc.LanguageHandshakeRequest) (*pulumirpc.LanguageHandshakeResponse, error) {
	h.engine = r.EngineAddress
	return &pulumirpc.LanguageHandshakeResponse{}, nil
}
func (h *host) GetPluginInfo(context.Context, *emptypb.Empty) (*pulumirpc.PluginInfo, error) {
	return &pulumirpc.PluginInfo{Version: version}, nil
}
func (h *host) GetRequiredPackages(context.Context, *pulumirpc.GetRequiredPackagesRequest) (*pulumirpc.GetRequiredPackagesResponse, error) {
	return &pulumirpc.GetRequiredPackagesResponse{}, nil
}

func script(dir, name string) string {
	for d, _ := filepath.Abs(dir); ; d = filepath.Dir(d) {
		p := filepath.Join(d, "node_modules", "@pulumi", "pulumi", "cmd", name, "index.js")
		if _, err := os.Stat(p); err == nil {
			return p
		}
		if d == "/" {
			return p
		}
	}
}

func (h *host) Run(ctx context.Context, r *pulumirpc.RunRequest) (*pulumirpc.RunResponse, error) {
	dir := r.Info.ProgramDirectory
	args := []string{script(dir, "run"), "--monitor", r.MonitorAddress, "--engine", h.engine, "--project", r.Project,
		"--stack", r.Stack, "--pwd", dir, "--organization", r.Organization, "--root-directory", r.Info.RootDirectory,
		"--parallel", fmt.Sprint(r.Parallel)}
	if r.DryRun {
		args = append(args, "--dry-run")
	}
	sync, err := os.MkdirTemp("", "nodehost") // the SDK's pipes are not served here
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(sync)
	args = append(args, "--sync", sync, r.Info.EntryPoint)
	if r.Config == nil {
		r.Config = map[string]string{}
	}
	if r.ConfigSecretKeys == nil {
		r.ConfigSecretKeys = []string{}
	}
	cfg, _ := json.Marshal(r.Config)
	keys, _ := json.Marshal(r.ConfigSecretKeys)
	c := exec.CommandContext(ctx, "node", args...)
	c.Dir = dir
	c.Env = append(os.Environ(), "PULUMI_NODEJS_TYPESCRIPT=true", "PULUMI_CONFIG="+string(cfg), "PULUMI_CONFIG_SECRET_KEYS="+string(keys))
	c.Stdout, c.Stderr = os.Stdout, os.Stderr
	if err := c.Run(); err != nil {
		return &pulumirpc.RunResponse{Error: err.Error(), Bail: true}, nil
	}
	return &pulumirpc.RunResponse{}, nil
}

type w struct {
	s   pulumirpc.LanguageRuntime_RunPluginServer
	err bool
}

func (x w) Write(b []byte) (int, error) {
	m := &pulumirpc.RunPluginResponse{}
	if x.err {
		m.Output = &pulumirpc.RunPluginResponse_Stderr{Stderr: bytes.Clone(b)}
	} else {
		m.Output = &pulumirpc.RunPluginResponse_Stdout{Stdout: bytes.Clone(b)}
	}
	return len(b), x.s.Send(m)
}

func (h *host) RunPlugin(r *pulumirpc.RunPluginRequest, s pulumirpc.LanguageRuntime_RunPluginServer) error {
	dir := r.Info.ProgramDirectory
	n := "run-plugin"
	a := append([]string{}, r.Args...)
	if r.Kind == "analyzer" {
		n = "run-policy-pack"
		a = append(a, dir)
	} else {
		a = append(a, dir)
	}
	c := exec.CommandContext(s.Context(), "node", append([]string{script(dir, n)}, a...)...)
	c.Dir = r.Pwd
	if n == "run-policy-pack" {
		c.Dir = dir
	}
	c.Env = append(append([]string{}, r.Env...), "PULUMI_NODEJS_TYPESCRIPT=true", "PULUMI_ROOT_DIRECTORY="+r.Info.RootDirectory)
	c.Stdout, c.Stderr = w{s, false}, w{s, true}
	if err := c.Run(); err != nil {
		return s.Send(&pulumirpc.RunPluginResponse{Output: &pulumirpc.RunPluginResponse_Exitcode{Exitcode: int32(c.ProcessState.ExitCode())}})
	}
	return nil
}
