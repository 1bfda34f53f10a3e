using Community.Content;
using Community.Groups;
using Community.Messaging.Deliveries;
using Community.Platform.Texts;
using Community.Pushes.Occurrences;
using FunctionsApp.Content.Sending;

namespace FunctionsApp.Pushes.Sending;

/// <summary>The message of a push, or why there is none. Exactly one of the two is set.</summary>
public sealed record PushMessage(ContentMessage? Message, string? Fault);

/// <summary>Makes the messages of pushes. A repeat makes the same message.</summary>
public sealed class PushMessageService(ContentMessageService messages, PushLibraryReader library)
{
    /// <summary>
    /// The message of the item. The texts that the push took over come first, unless the message would be too long for
    /// the group.
    /// </summary>
    public async Task<PushMessage> ComposeAsync(Push push, ContentItem item, Group group, DateTimeOffset at)
    {
        var own = await ComposeOneAsync(push, item, group, at);
        if (own.Message is not { } message) return new PushMessage(Message: null, FaultOf(own));
        List<string> texts = [];
        foreach (var id in push.TakenOver)
        {
            if (await library.FindAsync(id) is { } taken
                && ContentRules.WhyNotSendable(taken, at) is null
                && (await ComposeOneAsync(push, taken, group, at)).Message is { } earlier)
                texts.Add(earlier.Text);
        }

        var whole = string.Join("\n\n", [.. texts, message.Text]);
        var fits = TextLimit.Fits(whole, TextLimit.RobotBytes);
        return new PushMessage(fits ? message with { Text = whole } : message, Fault: null);
    }

    Task<ContentComposition> ComposeOneAsync(Push push, ContentItem item, Group group, DateTimeOffset at)
    {
        var variant = ContentVariants.Assign(item, group.Id);
        return messages.ComposeAsync(
            item, new ContentOccurrence(PushDeliveries.CauseOf(push.Id), group, variant, at));
    }

    static string FaultOf(ContentComposition composed) => Phrasebook.Chinese.Format(
        "push.skip.NotComposable", ("reason", string.Join('；', composed.Refusals.Select(refusal => refusal.Reason))));
}
