using Microsoft.AspNetCore.Identity;

namespace IdentitySite.Accounts;

/// <summary>The site has no roles, but the sign-in manager asks for a store of them.</summary>
public sealed class InMemoryRoleStore : IRoleStore<IdentityRole>
{
    public Task<IdentityResult> CreateAsync(IdentityRole role, CancellationToken cancellationToken) => Refused;

    public Task<IdentityResult> UpdateAsync(IdentityRole role, CancellationToken cancellationToken) => Refused;

    public Task<IdentityResult> DeleteAsync(IdentityRole role, CancellationToken cancellationToken) => Refused;

    public Task<IdentityRole?> FindByIdAsync(string roleId, CancellationToken cancellationToken) => None;

    public Task<IdentityRole?> FindByNameAsync(string normalizedRoleName, CancellationToken cancellationToken) => None;

    public Task<string> GetRoleIdAsync(IdentityRole role, CancellationToken cancellationToken) =>
        Task.FromResult(role.Id);

    public Task<string?> GetRoleNameAsync(IdentityRole role, CancellationToken cancellationToken) =>
        Task.FromResult(role.Name);

    public Task SetRoleNameAsync(IdentityRole role, string? roleName, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    public Task<string?> GetNormalizedRoleNameAsync(IdentityRole role, CancellationToken cancellationToken) =>
        Task.FromResult(role.NormalizedName);

    public Task SetNormalizedRoleNameAsync(
        IdentityRole role, string? normalizedName, CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
    }

    private static Task<IdentityResult> Refused => Task.FromResult(IdentityResult.Failed());

    private static Task<IdentityRole?> None => Task.FromResult<IdentityRole?>(null);
}
