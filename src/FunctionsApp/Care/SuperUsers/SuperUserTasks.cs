using System.Globalization;
using Community.Care.SuperUsers;
using Community.Groups;
using Community.Messaging.StaffTasks;
using Community.Platform.Texts;
using FunctionsApp.Messaging.StaffTasks;

namespace FunctionsApp.Care.SuperUsers;

/// <summary>
/// The staff tasks about super users, for the owner of the group. <c>name</c> is that of the person with their id.
/// </summary>
static class SuperUserTasks
{
    static readonly TimeSpan InvitationDeadline = TimeSpan.FromDays(1);
    static readonly TimeSpan WelcomeDeadline = TimeSpan.FromHours(2);
    static readonly TimeSpan ReviewDeadline = TimeSpan.FromDays(7);
    static readonly TimeSpan RemovalDeadline = TimeSpan.FromDays(1);

    /// <summary>The task to send the invitation.</summary>
    public static NewStaffTask Invite(SuperUser user, Group group, string name, string text) => New(
        InviteKey(user),
        StaffTaskKind.InviteSuperUser,
        Phrasebook.Chinese.Format(
            "task.InviteSuperUser", ("member", name), ("group", group.Name), ("text", text)),
        group,
        user,
        InvitationDeadline);

    /// <summary>The id of <see cref="Invite"/>.</summary>
    public static string InviteId(SuperUser user) => NewStaffTask.IdOf(InviteKey(user));

    /// <summary>The task to introduce a super user who joined.</summary>
    public static NewStaffTask Welcome(SuperUser user, Group group, string name, string text) => New(
        $"super-user-{group.Id}:welcome:{user.MemberId}:{Number(user.Invitations)}",
        StaffTaskKind.WelcomeSuperUser,
        Phrasebook.Chinese.Format(
            "task.WelcomeSuperUser", ("member", name), ("group", group.Name), ("text", text)),
        group,
        user,
        WelcomeDeadline);

    /// <summary>The task to decide on the members who are under review.</summary>
    public static NewStaffTask Review(Group group, ReviewQuarter quarter, int count, DateTimeOffset now) => new(
        ReviewKey(group.Id, quarter.Id),
        StaffTaskKind.ReviewSuperUsers,
        Phrasebook.Chinese.Format("task.ReviewSuperUsers", ("group", group.Name), ("count", Number(count))),
        group.Id,
        now,
        now + ReviewDeadline)
    {
        Owner = group.Owner,
    };

    /// <summary>The id of <see cref="Review"/>.</summary>
    public static string ReviewId(string groupId, string quarter) => NewStaffTask.IdOf(ReviewKey(groupId, quarter));

    /// <summary>The task to take a member out of the chat, after a decision.</summary>
    public static NewStaffTask Remove(SuperUser user, Group group, string name) => New(
        $"super-user-{group.Id}:remove:{user.MemberId}:{user.ReviewedIn}",
        StaffTaskKind.RemoveMember,
        Phrasebook.Chinese.Format(
            "task.RemoveSuperUser",
            ("member", name),
            ("group", group.Name),
            ("reason", user.LastDecision!.Reason)),
        group,
        user,
        RemovalDeadline);

    static NewStaffTask New(
        string key, StaffTaskKind kind, string title, Group group, SuperUser user, TimeSpan deadline) => new(
        key, kind, title, group.Id, user.Since, user.Since + deadline, MemberId: user.MemberId)
        {
            Owner = group.Owner,
        };

    static string InviteKey(SuperUser user) =>
        $"super-user-{user.GroupId}:invite:{user.MemberId}:{Number(user.Invitations)}";

    static string ReviewKey(string groupId, string quarter) => $"super-user-{groupId}:review:{quarter}";

    static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
