namespace DownPage.AspNetCore;

/// <summary>Whose sign-in ends when they ask for something while the site is down.</summary>
public enum MaintenanceSignOut
{
    /// <summary>Nobody's.</summary>
    Nobody,

    /// <summary>That of users who may not pass.</summary>
    Refused,

    /// <summary>That of every user but those who pass as users: by name, role, policy or predicate.</summary>
    AllButAllowedUsers,
}
