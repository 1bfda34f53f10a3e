using Community.Care.SuperUsers;
using Community.Groups;
using Community.Pushes.Calendars;
using FunctionsApp.Groups;
using FunctionsApp.Messaging.StaffTasks;
using FunctionsApp.Platform.DueWork;
using FunctionsApp.Platform.Http;

namespace FunctionsApp.Care.SuperUsers;

/// <summary>
/// The review of a group's members on the first day of a quarter, after a person; null for the first page.
/// </summary>
public sealed record SuperUserReview(string GroupId, DateOnly FirstDay, string? After = null)
{
    /// <summary>The kind of this due work.</summary>
    public const string Kind = "super-user-review";
}

/// <summary>Schedules the reviews of groups for 9:00 on the first day of a quarter.</summary>
public sealed class SuperUserReviewCalendar(DueWorkScheduler scheduler, BrandTime time)
{
    static readonly TimeOnly Begin = new(9, 0);

    /// <summary>Schedules the first review after an instant, once for each quarter.</summary>
    public Task ScheduleAfterAsync(string groupId, DateTimeOffset instant) =>
        ScheduleAsync(groupId, ReviewQuarter.Of(time.DayOf(instant)).Next);

    /// <summary>Schedules the review on the first day of the quarter.</summary>
    public Task ScheduleAsync(string groupId, ReviewQuarter quarter) => scheduler.ScheduleAsync(
        SuperUserReview.Kind,
        LocalTimes.InstantOf(quarter.FirstDay, Begin, time.Zone),
        new SuperUserReview(groupId, quarter.FirstDay));
}

/// <summary>
/// Puts members who no longer meet the criteria under review and tells staff how many there are. No one is removed.
/// </summary>
public sealed class SuperUserReviewHandler(
    GroupStore groups,
    SuperUserCriteriaStore criteria,
    SuperUserStore users,
    SuperUserService superUsers,
    SuperUserReviewCalendar calendar,
    StaffTaskService tasks,
    DueWorkScheduler scheduler,
    TimeProvider clock) : DueWorkHandler<SuperUserReview>(SuperUserReview.Kind)
{
    const int PageSize = 50;
    const int AtOnce = 8;

    protected override async Task HandleAsync(SuperUserReview review, DateTimeOffset at)
    {
        if (await criteria.FindAsync(review.GroupId) is not { } published
            || await groups.LookUpAsync(review.GroupId) is not { IsAlive: true } group) return;
        var quarter = new ReviewQuarter(review.FirstDay);
        if (review.After is null) await calendar.ScheduleAsync(group.Id, quarter.Next);
        var page = await users.PageAsync(group.Id, SuperUserStatus.Member, PageSize, review.After);
        foreach (var some in page.Items.Chunk(AtOnce))
            await Task.WhenAll(some.Select(user => superUsers.ReviewAsync(published, user.MemberId, quarter)));
        if (page.Continuation is { } next)
            await scheduler.ScheduleNowAsync(SuperUserReview.Kind, [review with { After = next }]);
        else
            await TellAsync(group, quarter);
    }

    async Task TellAsync(Group group, ReviewQuarter quarter)
    {
        if ((await users.CountsAsync(group.Id)).UnderReview is > 0 and var count)
            await tasks.OpenAsync(SuperUserTasks.Review(group, quarter, count, clock.GetUtcNow()));
    }
}
