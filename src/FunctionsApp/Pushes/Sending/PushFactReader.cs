using Community.Groups;
using Community.Messaging.Channels;
using Community.Pushes.Guards;
using Community.Pushes.Plans;
using Community.Pushes.Sending;
using FunctionsApp.Messaging.Channels;
using FunctionsApp.Platform.Http;
using FunctionsApp.Pushes.Calendars;
using FunctionsApp.Pushes.Occurrences;
using FunctionsApp.Pushes.Plans;
using FunctionsApp.Selling.Conversions;

namespace FunctionsApp.Pushes.Sending;

/// <summary>Reads what the guards ask about a group.</summary>
public sealed class PushFactReader(
    PushStore pushes,
    GroupSaleStore sales,
    PushLibraryReader library,
    OwnerTapStore taps,
    IChannel channel,
    PushLimitSettings settings,
    BrandTime brandTime)
{
    /// <summary>True when a person sends the messages to groups.</summary>
    public bool CostsTap => channel.CapabilityOf(ChannelAction.SendToGroup) is not Capability.Automatic;

    /// <summary>
    /// The facts for pushes of the group that are due from one instant to another. The owner's taps are counted without
    /// a push that is alone.
    /// </summary>
    public async Task<PushFacts> ReadAsync(
        Group group, PushBoard board, IReadOnlyList<DuePush> due, DateTimeOffset from, DateTimeOffset to)
    {
        var rows = await pushes.ReadGroupAsync(group.Id);
        var history = rows.History?.Value ?? new GroupPushHistory();
        var inGroup = await sales.FindAsync(group.Id, from - GroupPushHistory.Horizon);
        foreach (var entry in inGroup.SelectMany(sale => GroupSaleEntries.Of(sale, brandTime.Zone)))
            history = history.Add(entry);
        var situation = new GroupSituation(group.Kind, group.State, history)
        {
            Pauses = [.. PausesOf(group, board)],
            Blackouts = [.. inGroup.Select(GroupSaleEntries.BlackoutOf).OfType<Blackout>()],
            CostsTap = CostsTap,
        };
        return new PushFacts(
            situation,
            settings.LimitsOf(rows.Limits?.Value),
            brandTime.Zone,
            await library.ReadAsync(due),
            await TapsAsync(group, due, from, to));
    }

    static IEnumerable<PushPause> PausesOf(Group group, PushBoard board)
    {
        if (board.Pause is not null) yield return PushPause.Brand;
        foreach (var hold in group.Holds)
            yield return hold.Cause is HoldCause.Crisis ? PushPause.Crisis : PushPause.Operator;
    }

    async Task<IReadOnlyDictionary<DateOnly, int>> TapsAsync(
        Group group, IReadOnlyList<DuePush> due, DateTimeOffset from, DateTimeOffset to) =>
        CostsTap && group.Owner is { } owner
            ? await taps.CountAsync(
                owner, brandTime.DayOf(from), brandTime.DayOf(to), due is [var only] ? only.Push.Id : null)
            : new Dictionary<DateOnly, int>();
}
