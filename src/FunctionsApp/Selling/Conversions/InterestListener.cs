using Community.Messaging.Channels;
using Community.Selling.Conversions;

namespace FunctionsApp.Selling.Conversions;

/// <summary>
/// Counts messages for the conversions that listen to their group. A group without one costs one read.
/// </summary>
public sealed class InterestListener(ConversionStore conversions, InterestStore interests)
{
    /// <summary>
    /// Counts a message once for each conversion. Messages before the warm-up and after the link do not count.
    /// </summary>
    public async Task HandleAsync(string webhookId, ChannelEvent.MessagePosted posted)
    {
        foreach (var id in await interests.ListenersAsync(posted.GroupId))
        {
            if (await conversions.FindAsync(id) is not { Value: var conversion }) continue;
            if (!IsDuringWarmUp(conversion, posted.Timestamp)) continue;
            var signals = Read(posted, conversion);
            await interests.RecordMessageAsync(id, posted.GroupId, webhookId, posted.MemberId, signals);
        }
    }

    static MessageSignals Read(ChannelEvent.MessagePosted posted, Conversion conversion)
    {
        var terms = conversion.Terms;
        return SignalReader.Read(
            posted.Text, terms.Product.Name, terms.WarmUp.Poll.Count, SignalVocabulary.Chinese);
    }

    static bool IsDuringWarmUp(Conversion conversion, DateTimeOffset at) =>
        at >= conversion.BegunAt(ConversionStep.WarmUp) && !(at >= conversion.BegunAt(ConversionStep.Link));
}
