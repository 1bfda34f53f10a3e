using FunctionsApp.Groups;
using FunctionsApp.Platform.Http;

namespace FunctionsApp.Insights.Pushes;

/// <summary>
/// Counts the pushes of finished days once, so that a request reads sums. A step reads what is new in the index of
/// pushes, and counts groups in bounded numbers. It may end anywhere and be repeated.
/// </summary>
public sealed class PushFolding(
    PushIndexReader index,
    GroupStore groups,
    PushReportReader reader,
    WaitingGroupStore waiting,
    PushDayStore days,
    ContentShareStore shares,
    FoldPositionStore positions,
    BrandTime time,
    TimeProvider clock)
{
    /// <summary>
    /// The local days after which a day is counted: its last push may be late, and the members of its group have 24 h.
    /// </summary>
    public const int DaysUntilCounted = 2;

    // A push that is moved, or held with its group, is counted when it is over, and after this time in any case.
    const int MaxDaysOfWaiting = 40;

    const int GroupsPerTransaction = 20;
    const int WaitingPage = 100;

    static readonly TimeSpan NextLook = TimeSpan.FromHours(6);

    /// <summary>Counts at most <paramref name="maxGroups"/> groups, each for one day.</summary>
    public async Task StepAsync(int maxGroups)
    {
        var position = await index.ReadAsync();
        var today = time.DayOf(clock.GetUtcNow());
        foreach (var day in position.Waiting.Where(day => day <= today.AddDays(-DaysUntilCounted)))
        {
            if (maxGroups <= 0) return;
            maxGroups -= await FoldAsync(day, maxGroups, isLast: day < today.AddDays(-MaxDaysOfWaiting));
            if (await waiting.ReadAsync(day, after: null, 1) is []) await positions.ChangeAsync(now => now.Finish(day));
        }
    }

    // Returns how many groups were looked at.
    async Task<int> FoldAsync(DateOnly day, int maxGroups, bool isLast)
    {
        var examined = 0;
        IReadOnlyList<WaitingGroup> page = [];
        do
        {
            page = await waiting.ReadAsync(day, page is [.., var last] ? last.GroupId : null, WaitingPage);
            var now = clock.GetUtcNow();
            var isDue = page.Where(group => isLast || group.NotBefore <= now).Take(maxGroups - examined);
            foreach (var due in isDue.Chunk(GroupsPerTransaction))
            {
                await FoldAsync(day, [.. due.Select(group => group.GroupId)], isLast);
                examined += due.Length;
            }
        }
        while (page.Count == WaitingPage && examined < maxGroups);

        return examined;
    }

    // The wait of the groups ends last.
    async Task FoldAsync(DateOnly day, IReadOnlyList<string> groupIds, bool isLast)
    {
        var read = await Task.WhenAll(groupIds.Select(id => CountAsync(day, id, isLast)));
        var counted = read.OfType<CountedGroup>().ToList();
        var ofItems =
            from grouped in counted
            from share in grouped.Shares
            group new GroupItemShare(grouped.GroupId, share) by share.Item.ContentId;
        foreach (var ofItem in ofItems) await shares.CountAsync(day, ofItem.Key, [.. ofItem]);
        if (counted.Count > 0) await days.CountAsync(day, counted);
        var finished = counted.Select(group => group.GroupId).ToList();
        await waiting.RemoveAsync(day, finished);
        var later = clock.GetUtcNow() + NextLook;
        await waiting.AddAsync(day, groupIds.Except(finished).Select(id => new WaitingGroup(id, later)));
    }

    // Null while a push of the group is not settled.
    async Task<CountedGroup?> CountAsync(DateOnly day, string groupId, bool isLast)
    {
        if (await groups.FindAsync(groupId) is not { Value: var group })
            return new CountedGroup(groupId, GroupDay.None, []);
        var reports = await reader.ReadAsync(group, day);
        return isLast || reports.All(report => report.IsSettled) ? CountedGroup.From(group, reports, time) : null;
    }
}
