using System.Globalization;
using Community.Content;
using Community.Groups;
using Community.Pushes.Calendars;
using Community.Pushes.Draws;
using Community.Pushes.Occurrences;
using Community.Pushes.Plans;

namespace Community.Pushes.Templates;

/// <summary>
/// A ready-made plan for groups of one kind. <paramref name="Why"/> tells operators, in Chinese, why it is as it is.
/// <paramref name="StartsOn"/> is the day of the week on which its plans start by default; null for any day.
/// </summary>
public sealed record PushTemplate(
    string Id, string Name, GroupKind Kind, string Why, DayOfWeek? StartsOn, IReadOnlyList<PushTemplateSlot> Slots)
{
    const int DaysOfWeek = 7;

    /// <summary>The first local date, from <paramref name="today"/> on, on which a plan may start.</summary>
    public DateOnly FirstDay(DateOnly today) => StartsOn is { } day
        ? today.AddDays((day - today.DayOfWeek + DaysOfWeek) % DaysOfWeek)
        : today;

    /// <summary>The samples of a slot, by the ids that they have in the library in each plan of the template.</summary>
    public IEnumerable<(string ContentId, ContentSample Sample)> SamplesOf(PushTemplateSlot slot) => slot.Samples
        .Select((sample, index) => ($"{Id}-{slot.Id}-{(index + 1).ToString(CultureInfo.InvariantCulture)}", sample));

    /// <summary>All samples as drafts of the library.</summary>
    public IEnumerable<ContentItem> ToDrafts(string author, string linkBase, DateTimeOffset at) =>
        from slot in Slots
        from named in SamplesOf(slot)
        select ContentRules.Create(
            named.ContentId, slot.ToBody(named.Sample), author, acknowledgement: null, linkBase, at);
}

/// <summary>A slot whose items are drawn from the library, with samples of what it may say.</summary>
public sealed record PushTemplateSlot(
    string Id,
    string Why,
    PushTrigger At,
    ContentDraw Draw,
    MissedPushPolicy Missed,
    IReadOnlyList<ContentSample> Samples)
{
    public PushSlot ToSlot() => new(Id, At, HolidayRule.Run, ContentId: null, Draw, Lateness: null, Missed);

    /// <summary>An item that the draw of the slot finds once it is approved.</summary>
    public ContentBody ToBody(ContentSample sample) => new(
        Draw.Kind,
        Draw.Tags,
        [sample.Text],
        Attachments: [],
        sample.Source,
        ValidFrom: null,
        ValidUntil: null,
        sample.ReuseDays ?? ContentBody.DefaultReuseDays,
        Product: null);
}

/// <summary>
/// A suggested text. <paramref name="ReuseDays"/> is null for the default, and short for what a group has to hear again
/// and again, such as the hours of service.
/// </summary>
public sealed record ContentSample(string Text, string? Source = null, int? ReuseDays = null);
