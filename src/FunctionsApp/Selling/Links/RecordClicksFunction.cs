using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Selling.Links;

/// <summary>Counts clicks and stores the last click of each member.</summary>
public sealed class RecordClicksFunction(ClickCountStore counts, LastClickStore lastClicks)
{
    /// <summary>A batch that arrives twice counts once.</summary>
    [Function("RecordClicks")]
    public async Task Run([QueueTrigger(ClickBatch.QueueName)] ClickBatch batch)
    {
        foreach (var link in batch.Links)
        {
            if (link.MemberId is { } member)
                await lastClicks.RecordAsync(member, new LastClick(link.Code, batch.At));
        }

        foreach (var offer in batch.Links.GroupBy(link => link.Offer))
        {
            await counts.AddAsync(offer.Key, batch.Id, batch.At, CountByGroup(offer));
        }
    }

    static Dictionary<string, int> CountByGroup(IEnumerable<LinkClicks> links) => links
        .GroupBy(link => link.GroupId, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.Sum(link => link.Count), StringComparer.Ordinal);
}
