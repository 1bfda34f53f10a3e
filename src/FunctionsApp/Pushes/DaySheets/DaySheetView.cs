using Community.Messaging.Deliveries;
using Community.Pushes.Calendars;
using Community.Pushes.DaySheets;
using FunctionsApp.Platform.Callers;

namespace FunctionsApp.Pushes.DaySheets;

/// <summary>
/// A push in a sheet. <c>state</c> is that of the push, <c>WillSend</c> or <c>WillSkip</c> for one to come.
/// <c>text</c>, <c>attachments</c> and <c>via</c> are those of the message; they are null (empty for
/// <c>attachments</c>) for a push that is not sent. It can be confirmed before <c>endsAt</c>.
/// </summary>
public sealed record DaySheetItem(
    string PushId,
    DateTimeOffset At,
    string GroupId,
    string GroupName,
    string? ContentId,
    int? Variant,
    [property: HiddenFromViewers] string? Text,
    [property: HiddenFromViewers] IReadOnlyList<Attachment> Attachments,
    SendingWay? Via,
    string State,
    string? Reason,
    DateTimeOffset EndsAt,
    DateTimeOffset? RemindedAt);

/// <summary>A sheet in HTTP responses. <c>taskId</c> is null before it opens.</summary>
public sealed record DaySheetView(
    string Owner, string Date, string? TaskId, IReadOnlyList<DaySheetItem> Items);

/// <summary>A sheet in a list.</summary>
public sealed record DaySheetSummary(string Owner, string Date, string TaskId, string Path)
{
    public static DaySheetSummary From(DaySheet sheet) => new(
        sheet.Owner,
        LocalDayText.Format(sheet.Day),
        DaySheet.TaskIdOf(sheet.Owner, sheet.Day),
        DaySheet.PathOf(sheet.Owner, sheet.Day));
}
