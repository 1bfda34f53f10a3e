using Community.Groups;
using Community.Pushes.Templates;
using FunctionsApp.Pushes.Plans;

namespace FunctionsApp.Pushes.Templates;

/// <summary>
/// A ready-made plan in HTTP responses. <c>startsOn</c> is the day of the week on which its plans start by default;
/// null for any day.
/// </summary>
public sealed record PushTemplateView(
    string Id,
    string Name,
    GroupKind Kind,
    string Why,
    DayOfWeek? StartsOn,
    IReadOnlyList<PushTemplateSlotView> Slots)
{
    public static PushTemplateView From(PushTemplate template) => new(
        template.Id,
        template.Name,
        template.Kind,
        template.Why,
        template.StartsOn,
        [.. template.Slots.Select(slot => PushTemplateSlotView.From(template, slot))]);
}

/// <summary>A slot with the fields of a plan's slot, why it is there, and what it may say.</summary>
public sealed record PushTemplateSlotView(
    string Id,
    PushTriggerBody At,
    string Holiday,
    ContentDrawBody Draw,
    string Missed,
    string Why,
    IReadOnlyList<ContentSampleView> Samples)
{
    public static PushTemplateSlotView From(PushTemplate template, PushTemplateSlot slot)
    {
        var body = PushSlotBody.From(slot.ToSlot());
        return new PushTemplateSlotView(
            slot.Id,
            body.At!,
            body.Holiday!,
            body.Draw!,
            body.Missed!,
            slot.Why,
            [
                .. template.SamplesOf(slot).Select(named => new ContentSampleView(
                    named.ContentId, named.Sample.Text, named.Sample.Source, slot.ToBody(named.Sample).ReuseDays)),
            ]);
    }
}

/// <summary>A suggested text, and the id of its item in the library.</summary>
public sealed record ContentSampleView(string ContentId, string Text, string? Source, int ReuseDays);
