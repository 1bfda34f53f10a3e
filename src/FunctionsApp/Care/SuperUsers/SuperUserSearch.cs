using FunctionsApp.Groups;
using FunctionsApp.Platform.DueWork;

namespace FunctionsApp.Care.SuperUsers;

/// <summary>A page of groups whose members are looked at, after a group; null for the first page.</summary>
public sealed record SuperUserSweep(string? After = null)
{
    /// <summary>The kind of this due work.</summary>
    public const string Kind = "super-user-sweep";
}

/// <summary>A page of the members of a group, after a member; null for the first page.</summary>
public sealed record SuperUserSearch(string GroupId, string? After = null)
{
    /// <summary>The kind of this due work.</summary>
    public const string Kind = "super-user-search";
}

/// <summary>A page of the people known in a group of super users, after a person; null for the first page.</summary>
public sealed record SuperUserRefresh(string GroupId, string? After = null)
{
    /// <summary>The kind of this due work.</summary>
    public const string Kind = "super-user-refresh";
}

/// <summary>Hands the members of all groups, and people who are known already, to the other handlers.</summary>
public sealed class SuperUserSweepHandler(
    GroupStore groups, SuperUserCriteriaStore criteria, DueWorkScheduler scheduler)
    : DueWorkHandler<SuperUserSweep>(SuperUserSweep.Kind)
{
    const int PageSize = 100;

    protected override async Task HandleAsync(SuperUserSweep sweep, DateTimeOffset at)
    {
        if (sweep.After is null)
        {
            var all = await criteria.AllAsync();
            await scheduler.ScheduleNowAsync(
                SuperUserRefresh.Kind, all.Select(published => new SuperUserRefresh(published.GroupId)));
        }

        var page = await groups.IdsAsync(PageSize, sweep.After);
        await scheduler.ScheduleNowAsync(SuperUserSearch.Kind, page.Items.Select(id => new SuperUserSearch(id)));
        if (page.Continuation is { } next)
            await scheduler.ScheduleNowAsync(SuperUserSweep.Kind, [new SuperUserSweep(next)]);
    }
}

/// <summary>Compares the members of a group with all criteria.</summary>
public sealed class SuperUserSearchHandler(
    GroupStore groups, SuperUserService superUsers, DueWorkScheduler scheduler)
    : DueWorkHandler<SuperUserSearch>(SuperUserSearch.Kind)
{
    const int PageSize = 50;
    const int AtOnce = 8;

    protected override async Task HandleAsync(SuperUserSearch search, DateTimeOffset at)
    {
        if (await groups.LookUpAsync(search.GroupId) is not { IsAlive: true } group) return;
        var page = await groups.MembersAsync(search.GroupId, PageSize, search.After);
        foreach (var some in page.Items.Where(member => member.IsPresent).Chunk(AtOnce))
            await Task.WhenAll(some.Select(member => superUsers.AssessAsync(member.MemberId, group)));
        if (page.Continuation is { } next)
            await scheduler.ScheduleNowAsync(SuperUserSearch.Kind, [search with { After = next }]);
    }
}

/// <summary>
/// Compares the people who are known in a group with its criteria, and with who is in it. Of a dissolved group
/// everything is forgotten.
/// </summary>
public sealed class SuperUserRefreshHandler(
    GroupStore groups,
    SuperUserCriteriaStore criteria,
    SuperUserStore users,
    SuperUserService superUsers,
    DueWorkScheduler scheduler) : DueWorkHandler<SuperUserRefresh>(SuperUserRefresh.Kind)
{
    const int PageSize = 50;
    const int AtOnce = 8;

    protected override async Task HandleAsync(SuperUserRefresh refresh, DateTimeOffset at)
    {
        if (await criteria.FindAsync(refresh.GroupId) is not { } published) return;
        if (await groups.LookUpAsync(refresh.GroupId) is not { IsAlive: true } group)
        {
            await users.ForgetAsync(refresh.GroupId);
            await criteria.DeleteAsync(refresh.GroupId);
            return;
        }

        var page = await users.PageAsync(group.Id, status: null, PageSize, refresh.After);
        foreach (var some in page.Items.Chunk(AtOnce))
        {
            await Task.WhenAll(some.Select(async user => await superUsers.ReconcileAsync(
                published,
                group,
                user.MemberId,
                await groups.FindMemberAsync(group.Id, user.MemberId) is { IsPresent: true })));
        }

        if (page.Continuation is { } next)
            await scheduler.ScheduleNowAsync(SuperUserRefresh.Kind, [refresh with { After = next }]);
    }
}
