using Community.Groups;
using Community.Pushes.Calendars;
using Community.Pushes.DaySheets;
using Community.Pushes.Occurrences;
using FunctionsApp.Groups;
using FunctionsApp.Platform.Http;
using FunctionsApp.Pushes.Occurrences;

namespace FunctionsApp.Pushes.DaySheets;

/// <summary>Reads the groups and pushes of a sheet.</summary>
public sealed class DaySheetPushReader(DaySheetStore sheets, GroupStore groups, PushStore pushes, BrandTime brandTime)
{
    // A push keeps the row of its planned date when it is moved, by a holiday rule or a person.
    static readonly int MaxMove = HolidayRuling.MaxMove + PushMoves.Furthest.Days;

    /// <summary>The groups that the owner has now, with pushes on the day.</summary>
    public async Task<IReadOnlyList<Group>> GroupsAsync(string owner, DateOnly day)
    {
        var found = await Task.WhenAll((await sheets.GroupsAsync(owner, day)).Select(groups.FindAsync));
        return [.. found.Select(group => group?.Value).OfType<Group>().Where(group => group.Owner == owner)];
    }

    /// <summary>The pushes of the owner's groups on the day, in no order.</summary>
    public async Task<IReadOnlyList<Push>> PushesAsync(string owner, DateOnly day)
    {
        var read = await Task.WhenAll((await GroupsAsync(owner, day)).Select(group => PushesOfGroupAsync(group, day)));
        return [.. read.SelectMany(ofGroup => ofGroup)];
    }

    async Task<IEnumerable<Push>> PushesOfGroupAsync(Group group, DateOnly day)
    {
        var rows = await pushes.ReadAsync(group.Id, day.AddDays(-MaxMove), day.AddDays(MaxMove));
        return rows.Select(row => row.Value).Where(push => DaySheetRules.DayOf(push, brandTime.Zone) == day);
    }
}
