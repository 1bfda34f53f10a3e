using System.Globalization;
using System.Text;
using Simulation.Instances;
using Simulation.Runs;
using Simulation.Workloads;

namespace Simulation.Plans;

/// <summary>One order in a file; amounts in minor units.</summary>
sealed record ImportLine(string OrderId, int AmountMinor, int RefundedMinor);

/// <summary>The operator imports a file, with one key for all attempts.</summary>
sealed record ImportCall(TimeSpan At, IReadOnlyList<ImportLine> Lines) : SimulatedEvent(At)
{
    public string Key => string.Create(CultureInfo.InvariantCulture, $"file-{At.Ticks}");

    public override async Task PlayEventAsync(World world)
    {
        var answer = await world.Sender.SendUntilAcknowledgedAsync($"{this}", Request);
        if (answer.Status is 200 or 202)
            world.Imports[Key] = answer.Location;
        else
            world.Violate("the app accepts files", $"{this} was answered {answer.Status}: {answer.Text}");
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{At:d\\.hh\\:mm\\:ss} file of {string.Join(", ", Lines)}");

    ApiRequest Request()
    {
        var lines = Lines.Select(line => string.Create(
            CultureInfo.InvariantCulture,
            $"{line.OrderId},{line.AmountMinor / 100m},CNY,2026-12-01 09:00:00,{line.RefundedMinor / 100m}"));
        return new ApiRequest(
            "POST",
            $"/api/orders/import?shop={OrderWorkload.Shop}",
            Encoding.UTF8.GetBytes($"orderId,amount,currency,paidAt,refunded\n{string.Join('\n', lines)}\n"),
            ("x-functions-key", AppInstance.Key),
            ("Content-Type", "text/csv"),
            ("Idempotency-Key", Key));
    }
}
