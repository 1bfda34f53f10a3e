using Community.Groups.Staff;
using Community.Operators.Sessions;

namespace Community.Sidebar;

/// <summary>
/// A staff member who is signed in to the sidebar, with the account on WeCom that said so. It ends as the session of an
/// operator does.
/// </summary>
public sealed record StaffSession(
    string StaffId, string WeComUserId, DateTimeOffset StartedAt, DateTimeOffset UsedAt)
{
    public static StaffSession Start(StaffMember staff, DateTimeOffset now) =>
        new(staff.Id, staff.WeComUserId!, now, now);

    /// <inheritdoc cref="Session.ExpiresAt"/>
    public DateTimeOffset ExpiresAt => Session.EndOf(StartedAt, UsedAt);

    /// <summary>
    /// True while the session opens the sidebar for <paramref name="staff"/>, as stored now: not for a person who has
    /// another account, or none.
    /// </summary>
    public bool IsValid(StaffMember? staff, DateTimeOffset now) =>
        now < ExpiresAt && staff?.HasAccount(WeComUserId) is true;

    /// <inheritdoc cref="Session.Use"/>
    public StaffSession Use(DateTimeOffset now) => this with { UsedAt = Session.UseOf(UsedAt, now) };
}
