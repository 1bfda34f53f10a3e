using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Selling.Links;

/// <summary>Counts clicks, each batch once, and remembers each member's last.</summary>
public sealed class RecordClicksFunction(ClickCountStore counts, LastClickStore lastClicks)
{
    /// <summary>A batch that comes twice, in one message or in two, counts once.</summary>
    [Function("RecordClicks")]
    public async Task Run([QueueTrigger(ClickBatch.QueueName)] ClickBatch batch)
    {
        foreach (var link in batch.Links)
        {
            if (link.MemberId is { } member) await lastClicks.RecordAsync(member, new LastClick(link.Code, batch.At));
        }

        foreach (var offer in batch.Links.GroupBy(link => link.Offer))
        {
            var groups = offer.GroupBy(link => link.GroupId, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Sum(link => link.Count), StringComparer.Ordinal);
            await counts.AddAsync(offer.Key, batch.Id, batch.At, groups);
        }
    }
}
