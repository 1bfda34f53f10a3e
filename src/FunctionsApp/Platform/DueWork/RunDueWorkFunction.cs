using Azure.Storage.Queues.Models;
using Community.Platform.DueWork;
using FunctionsApp.Platform.PoisonedMessages;
using FunctionsApp.Platform.Storage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace FunctionsApp.Platform.DueWork;

/// <summary>Carries out due work. An item that fails does not keep back the others of its message.</summary>
public sealed class RunDueWorkFunction(
    QueueConsumer<DueWorkBatch> consumer,
    IEnumerable<IDueWorkHandler> handlers,
    DueWorkScheduler scheduler,
    MessageQueue<DueWorkBatch> queue,
    TimeProvider clock,
    ILogger<RunDueWorkFunction> log)
{
    // Far above the difference between the clocks of a queue and of the app.
    static readonly TimeSpan EarlyTolerance = TimeSpan.FromMinutes(1);
    static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(10);

    [Function("RunDueWork")]
    public Task Run([QueueTrigger(DueWorkBatch.QueueName)] QueueMessage message) =>
        consumer.RunAsync(message, RunAsync);

    async Task RunAsync(DueWorkBatch batch)
    {
        if (batch.Items is [var only])
        {
            await RunAsync(only);
            return;
        }

        foreach (var item in batch.Items)
        {
            if (!await TryRunAsync(item)) await queue.SendAsync(new DueWorkBatch([item]), RetryDelay);
        }
    }

    async Task<bool> TryRunAsync(DueWorkItem item)
    {
        try
        {
            await RunAsync(item);
            return true;
        }
#pragma warning disable CA1031 // any failure of one item must not keep back the others
        catch (Exception failure)
#pragma warning restore CA1031
        {
            log.LogError(failure, "Work of the kind {Kind} due {At:u} failed and is tried again.", item.Kind, item.At);
            return false;
        }
    }

    Task RunAsync(DueWorkItem item)
    {
        // A clock that ran fast handed it over.
        if (item.At - clock.GetUtcNow() > EarlyTolerance) return scheduler.ScheduleAsync(item);
        var handler = handlers.FirstOrDefault(handler => handler.Kind == item.Kind)
            ?? throw new InvalidOperationException($"There is no handler of due work of the kind {item.Kind}.");
        return handler.HandleAsync(item);
    }
}
