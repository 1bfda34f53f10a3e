namespace Community.Groups.Staff;

/// <summary>
/// A person who owns groups and does staff tasks. <paramref name="WeComUserId"/> is null for a person whom the platform
/// does not know.
/// </summary>
public sealed record StaffMember(string Id, string Name, string? WeComUserId, DateTimeOffset CreatedAt)
{
    /// <summary>True for the account of this person; its capital letters do not count.</summary>
    public bool HasAccount(string weComUserId) =>
        string.Equals(WeComUserId, weComUserId, StringComparison.OrdinalIgnoreCase);
}
