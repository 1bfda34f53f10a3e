using Community.Content;
using Community.Platform;
using Community.Pushes.Guards;
using Community.Selling.Conversions;
using FunctionsApp.Selling.Conversions;

namespace FunctionsApp.Pushes.Calendars;

/// <summary>What the conversions of a group are for its pushes.</summary>
static class GroupSaleEntries
{
    /// <summary>The messages of the conversion, which count for the quotas; its link counts as a promotion.</summary>
    public static IEnumerable<PushHistoryEntry> Of(GroupSale sale, TimeZoneInfo zone) =>
        from message in sale.Messages
        let date = message.At.DateIn(zone)
        let kind = message.Step is ConversionStep.Link ? ContentKind.Promotion : (ContentKind?)null
        let key = $"{sale.ConversionId}:{message.Step}"
        select new PushHistoryEntry(key, message.At, date, kind, ContentId: null, ReuseDays: 0) { IsSale = true };

    /// <summary>Null for a conversion that sends nothing to the group.</summary>
    public static Blackout? BlackoutOf(GroupSale sale) =>
        sale.EndsAt > sale.StartsAt ? new Blackout(sale.ConversionId, sale.StartsAt, sale.EndsAt) : null;

    public static IEnumerable<CalendarItem> ItemsOf(GroupSale sale) => sale.Messages.Select(message => new CalendarItem(
        message.At,
        "Conversion",
        $"{sale.Name}: {ConversionStepNames.InLedger(message.Step)}",
        sale.EndedEarlyAt <= message.At ? "Ended" : "Planned",
        Reason: null));
}
