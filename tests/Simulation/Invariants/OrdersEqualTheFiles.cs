using System.Globalization;
using System.Text.Json;
using Simulation.Instances;
using Simulation.Plans;
using Simulation.Runs;
using Simulation.Workloads;

namespace Simulation.Invariants;

sealed class OrdersEqualTheFiles : IInvariant
{
    public string Name => "orders equal the latest file unless the shop signed them";

    public string Reason => "A file that is lost, doubled or undone by an earlier one makes all figures wrong.";

    public async IAsyncEnumerable<string> FindViolationsAsync(World world, ApiReader reader)
    {
        List<(ImportCall Call, DateTimeOffset CreatedAt)> files = [];
        foreach (var call in world.Plan.Events.OfType<ImportCall>())
        {
            if (!world.Imports.TryGetValue(call.Key, out var location))
            {
                yield return $"{call} was never accepted.";
                continue;
            }

            var import = await reader.GetAsync(location);
            files.Add((call, import.GetProperty("createdAt").GetDateTimeOffset()));
            if (ViolationOf(call, import) is { } violation) yield return violation;
        }

        var listed = await ListedAsync(world, reader, files.Count > 0);
        foreach (var order in files
            .SelectMany(file => file.Call.Lines.Select(line => (Line: line, file.CreatedAt)))
            .GroupBy(stated => stated.Line.OrderId))
        {
            if (listed.Count(id => id == order.Key) is var count and not 1)
            {
                yield return $"{order.Key} is listed {count} times.";
                continue;
            }

            if (IsSigned(world, order.Key)) continue;
            var latest = order.MaxBy(stated => stated.CreatedAt).Line;
            var shown = await reader.GetAsync($"/api/orders/{OrderWorkload.Shop}/{order.Key}");
            var (amount, refunded) = (
                shown.GetProperty("amountMinor").GetInt64(), shown.GetProperty("refundedMinor").GetInt64());
            if ((amount, refunded) != (latest.AmountMinor, latest.RefundedMinor))
                yield return $"the latest file has {latest}, and the app {(amount, refunded)}.";
        }
    }

    static string? ViolationOf(ImportCall call, JsonElement import)
    {
        if (import.GetProperty("state").GetString() != "Finished") return $"{call} is not finished.";
        var report = import.GetProperty("report");
        var counted = new[] { "known", "missed", "corrected" }.Sum(name => report.GetProperty(name).GetInt32());
        return counted == call.Lines.Count ? null : $"{call} is reported as {counted} lines.";
    }

    static bool IsSigned(World world, string order) =>
        world.Plan.Events.OfType<ShopCall>().Any(call => call.OrderId == order);

    static async Task<IReadOnlyList<string>> ListedAsync(World world, ApiReader reader, bool hasFiles)
    {
        if (!hasFiles) return [];
        var (from, to) = (Instant(world.Clock.Start.AddDays(-1)), Instant(world.Clock.Start.AddDays(30)));
        var orders = await reader.ListAsync($"/api/orders?shop={OrderWorkload.Shop}&from={from}&to={to}");
        return [.. orders.Select(order => order.GetProperty("orderId").GetString()!)];
    }

    static string Instant(DateTimeOffset at) =>
        Uri.EscapeDataString(at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
}
