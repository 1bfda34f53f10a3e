using Community.Messaging.Channels;
using Community.Selling.Conversions;

namespace FunctionsApp.Selling.Conversions;

/// <summary>Hears what is said in the groups that are being warmed up. A group without a conversion costs one look at its listeners.</summary>
public sealed class InterestListener(ConversionStore conversions, InterestStore interests)
{
    /// <summary>A message: counted once for each conversion that listens. What was said before the warm-up, or after the link, is not interest in it.</summary>
    public async Task HandleAsync(string webhookId, ChannelEvent.MessagePosted posted)
    {
        foreach (var id in await interests.ListenersAsync(posted.GroupId))
        {
            if (await conversions.FindAsync(id) is not { Value: var conversion } || !IsDuringWarmUp(conversion, posted.Timestamp)) continue;
            var signals = SignalReader.Read(posted.Text, conversion.Terms.Product.Name, conversion.Terms.WarmUp.Poll.Count, SignalVocabulary.Chinese);
            await interests.RecordAsync(id, posted.GroupId, webhookId, posted.MemberId, signals);
        }
    }

    static bool IsDuringWarmUp(Conversion conversion, DateTimeOffset at) =>
        at >= conversion.BegunAt(ConversionStep.WarmUp) && !(at >= conversion.BegunAt(ConversionStep.Link));
}
