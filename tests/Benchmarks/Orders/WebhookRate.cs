using System.Globalization;
using System.Net;
using Azure.Storage.Queues;
using Benchmarks.Figures;
using TestSupport;
using TestSupport.LocalApp;
using TestSupport.Trade;

namespace Benchmarks.Orders;

/// <summary>
/// Accepted webhooks per second on the embedded store and on Azurite, compared with the health route of the app and
/// with queue sends of the same size on Azurite; and the 99th percentile of the acknowledgements. The app handles the
/// webhooks at the same time.
/// </summary>
static class WebhookRate
{
    const int Parallelism = 32;
    const int Rounds = 3;

    static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);
    static readonly TimeSpan Round = TimeSpan.FromSeconds(4);
    static readonly TimeSpan Target = TimeSpan.FromMilliseconds(100);

    public static async Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        var folder = Directory.CreateTempSubdirectory("webhook-rate-");
        await using var azurite = new AzuriteFixture();
        var storage = await azurite.ConnectionStringAsync();
        var queue = new QueueServiceClient(
            storage,
            new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 }).GetQueueClient("bare");
        await queue.CreateIfNotExistsAsync();
        var message = TradeDay.Paid("o1", "u1", 5_990, TradeDay.Start);

        List<Figure> figures = [];
        await using (
            var app = await AppProcess.StartAsync(
                Path.Combine(folder.FullName, "local.db"),
                settings: TradeDay.Settings))
            figures.Add(await MeasureAsync("embedded", app.Address, "its own health route", health => health));
        await using (var app = await InProcessApp.StartAsync(storage, TradeDay.Settings))
            figures.Add(
                await MeasureAsync(
                    "Azurite",
                    app.Address,
                    "Azurite's bare queue sends",
                    _ => () => queue.SendMessageAsync(message)));
        folder.Delete(recursive: true);
        return figures;
    }

    static async Task<Figure> MeasureAsync(
        string store,
        Uri address,
        string against,
        Func<Func<Task>, Func<Task>> bareOf)
    {
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Parallelism })
        {
            BaseAddress = address,
        };
        var run = Guid.NewGuid().ToString("n");
        var sent = 0;
        var bare = bareOf(HealthAsync);
        await ParallelRequests.RunAsync(Parallelism, WarmUp, _ => bare());
        await ParallelRequests.RunAsync(Parallelism, WarmUp, _ => SendAsync());
        List<(ParallelRequests Health, ParallelRequests Bare, ParallelRequests Webhooks)> rounds = [];
        for (var i = 0; i < Rounds; i++)
        {
            rounds.Add(
                (
                    await ParallelRequests.RunAsync(Parallelism, Round, _ => HealthAsync()),
                    await ParallelRequests.RunAsync(Parallelism, Round, _ => bare()),
                    await ParallelRequests.RunAsync(Parallelism, Round, _ => SendAsync())));
        }

        var toBare = new Sample([.. rounds.Select(round => round.Webhooks.Rate / round.Bare.Rate)]);
        var toHealth = new Sample([.. rounds.Select(round => round.Webhooks.Rate / round.Health.Rate)]);
        var slowest = new Sample([.. rounds.Select(round => round.Webhooks.Percentile99.TotalMilliseconds)]);
        return new Figure(
            $"Accepted shop webhooks on {store}, {Parallelism} at once: p99 of the acknowledgement",
            string.Create(CultureInfo.InvariantCulture, $"{slowest.Median:0} ms"),
            string.Create(CultureInfo.InvariantCulture, $"<= {Target.TotalMilliseconds} ms"),
            slowest.Median <= Target.TotalMilliseconds,
            $"webhooks/s {new Sample([.. rounds.Select(round => round.Webhooks.Rate)])}; to {against} {toBare}; to "
            + $"the health route {toHealth}; p99 {slowest} ms; {sent} accepted");

        async Task HealthAsync()
        {
            using var answer = await http.GetAsync("/api/health");
            answer.EnsureSuccessStatusCode();
        }

        async Task SendAsync()
        {
            var number = Interlocked.Increment(ref sent);
            using var request = SignedEvents.FromShop(
                TradeDay.Shop,
                $"msg_{run}_{number}",
                TradeDay.Paid($"{run}-{number}", $"u{number % TradeDay.Members}", 5_990, TradeDay.Start, linkCode: null)
            );
            using var answer = await http.SendAsync(request);
            if (answer.StatusCode is not HttpStatusCode.Accepted)
                throw new InvalidOperationException($"A webhook was answered with {(int)answer.StatusCode}.");
        }
    }
}
