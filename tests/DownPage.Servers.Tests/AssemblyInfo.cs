using System.Runtime.Versioning;

[assembly: Parallelize(Scope = ExecutionScope.ClassLevel, Workers = 2)]

// The servers are those of Debian.
[assembly: SupportedOSPlatform("linux")]
