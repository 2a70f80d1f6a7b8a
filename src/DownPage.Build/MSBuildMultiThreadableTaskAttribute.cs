namespace Microsoft.Build.Framework;

/// <summary>
/// Tells a multi-threaded MSBuild (18 and later, <c>-mt</c>) that a task may run beside others in its process. MSBuild
/// goes by the full name, and the oldest MSBuild that is supported does not have the type.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
internal sealed class MSBuildMultiThreadableTaskAttribute : Attribute;
