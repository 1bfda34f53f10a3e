using Azure.Storage.Queues.Models;
using FunctionsApp.Platform.Durable;
using FunctionsApp.Platform.PoisonedMessages;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FunctionsApp.Selling.Links;

/// <summary>Counts clicks and stores those of members on their own links.</summary>
public sealed class RecordClicksFunction(
    QueueConsumer<ClickBatch> consumer,
    ClickCountStore counts,
    MemberClickStore clicks,
    CampaignClickStore campaignClicks,
    IClickFollowUp followUp)
{
    /// <summary>A batch that arrives twice counts once.</summary>
    [Function("RecordClicks")]
    public Task Run(
        [QueueTrigger(ClickBatch.QueueName)] QueueMessage message, [DurableClient] DurableTaskClient durable) =>
        consumer.RunAsync(message, batch => RecordAsync(batch, durable));

    async Task RecordAsync(ClickBatch batch, DurableTaskClient durable)
    {
        foreach (var offer in batch.Links.GroupBy(link => link.Offer))
        {
            await counts.AddAsync(
                offer.Key,
                batch.Id,
                batch.At,
                CountByGroup(offer, link => link.Count),
                CountByGroup(offer, link => link.First));
        }

        foreach (var link in batch.Links)
        {
            if (link.MemberId is not { } member) continue;
            await clicks.RecordAsync(member, batch.Id, new OwnClick(link.Code, batch.At));
            await campaignClicks.RecordAsync(link.GroupId, member);
        }

        var members = batch.Links.Select(link => link.MemberId).OfType<string>().Distinct(StringComparer.Ordinal);
        foreach (var member in members)
        {
            await durable.PerformAsync(await followUp.FollowAsync(member, batch.At));
        }
    }

    static Dictionary<string, int> CountByGroup(IEnumerable<LinkClicks> links, Func<LinkClicks, int> count) => links
        .GroupBy(link => link.GroupId, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.Sum(count), StringComparer.Ordinal);
}
