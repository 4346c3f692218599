//go:build tools

// Package tools names the commands that are built from their modules as they are.
package tools

import (
	_ "github.com/pulumi/pulumi-java/pkg/cmd/pulumi-language-java"
	_ "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi"
)
