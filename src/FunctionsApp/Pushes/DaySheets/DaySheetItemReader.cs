using Community.Content;
using Community.Groups;
using Community.Messaging.Channels;
using Community.Messaging.Deliveries;
using Community.Platform;
using Community.Pushes.Calendars;
using Community.Pushes.DaySheets;
using Community.Pushes.Occurrences;
using Community.Pushes.Sending;
using FunctionsApp.Messaging.Channels;
using FunctionsApp.Messaging.Deliveries;
using FunctionsApp.Platform.Http;
using FunctionsApp.Pushes.Calendars;
using FunctionsApp.Pushes.Occurrences;
using FunctionsApp.Pushes.Plans;
using FunctionsApp.Pushes.Sending;

namespace FunctionsApp.Pushes.DaySheets;

/// <summary>
/// Reads what a person sends to a group on a day: messages of the ledger as they are, and those to come as the code
/// that sends would make them now.
/// </summary>
public sealed class DaySheetItemReader(
    PushPreviewReader previews,
    PushStore pushes,
    PushMessageService messages,
    PushLibraryReader library,
    PushLimitSettings settings,
    Ledger ledger,
    IChannel channel,
    GroupSendRule rule,
    BrandTime brandTime)
{
    static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>The pushes of one group, by the plans of the brand as they were read for all groups.</summary>
    public async Task<IReadOnlyList<DaySheetItem>> ReadAsync(PushBoard board, Group group, DateOnly day)
    {
        var zone = brandTime.Zone;
        var from = LocalTimes.InstantOf(day, TimeOnly.MinValue, zone);
        // A guard may have postponed a push of the day before.
        var (past, coming) = await previews.ReadAsync(board, group, from - Day, from + Day);
        IReadOnlyList<ForecastPush> ofDay =
            [.. coming.Where(forecast => forecast.At.DateIn(zone) == day)];
        var ways = await ForecastWaysAsync(group, ofDay);
        List<DaySheetItem> items = [];
        foreach (var push in past.Where(push => DaySheetRules.DayOf(push, zone) == day))
            items.Add(await ItemOfAsync(push, group));
        foreach (var forecast in ofDay) items.Add(await ItemOfAsync(forecast, group, ways));
        return items;
    }

    // By the id of the push.
    async Task<IReadOnlyDictionary<string, SendingWay>> ForecastWaysAsync(
        Group group, IReadOnlyList<ForecastPush> coming)
    {
        IReadOnlyList<ForecastPush> sent = [.. coming.Where(forecast => forecast.Item is not null)];
        if (channel.CapabilityOf(ChannelAction.SendToGroup) is not Capability.StaffConfirmed)
            return sent.ToDictionary(forecast => forecast.Push.Id, _ => SendingWay.ByHand, StringComparer.Ordinal);
        var rows = await pushes.ReadGroupAsync(group.Id);
        var cutoff = settings.LimitsOf(rows.Limits?.Value).SaleCutoff;
        var keys = sent.Select(forecast => (PushDeliveries.KeyOf(forecast.Push), forecast.At));
        return sent
            .Zip(SendingWays.Forecast(rows.GroupSend, rows.GroupSendsSeen, keys, cutoff, rule))
            .ToDictionary(pair => pair.First.Push.Id, pair => pair.Second, StringComparer.Ordinal);
    }

    async Task<DaySheetItem> ItemOfAsync(
        ForecastPush forecast, Group group, IReadOnlyDictionary<string, SendingWay> ways)
    {
        var push = forecast.Push with { NotBefore = forecast.At };
        var skip = (forecast.Outcome as PushOutcome.Skip)?.Reason;
        if (forecast.Item is not { } item)
            return CreateItem(push, group, "WillSkip", item: null) with { Reason = skip?.Reason };
        var composed = await messages.ComposeAsync(push, item, group, forecast.At);
        return composed.Message is { } message
            ? CreateItem(push, group, "WillSend", item) with
            {
                Text = message.Text,
                Attachments = message.Attachments,
                Via = ways[push.Id],
            }
            : CreateItem(push, group, "WillSkip", item) with { Reason = composed.Fault };
    }

    async Task<DaySheetItem> ItemOfAsync(Push push, Group group)
    {
        var content = push.ContentId is { } id ? await library.FindAsync(id) : null;
        var item = CreateItem(push, group, push.State.ToString(), content) with
        {
            Reason = push.Skip?.Reason ?? push.FailureReason,
        };
        if (push.DeliveryKey is not { } key || await ledger.FindByKeyAsync(group.Id, key) is not { } delivery)
            return item;
        return item with
        {
            Text = delivery.Text,
            Attachments = delivery.Attachments ?? [],
            Via = delivery.IsByHand ? SendingWay.ByHand : SendingWay.GroupSend,
        };
    }

    static DaySheetItem CreateItem(Push push, Group group, string state, ContentItem? item) => new(
        push.Id,
        push.StartsAt,
        group.Id,
        group.Name,
        item?.Id ?? push.ContentId,
        item is null ? null : ContentVariants.Assign(item, group.Id),
        Text: null,
        Attachments: [],
        Via: null,
        state,
        Reason: null,
        push.EndsAt,
        push.RemindedAt);
}
