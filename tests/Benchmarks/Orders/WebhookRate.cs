using System.Globalization;
using System.Net;
using Azure.Storage.Queues;
using Benchmarks.Figures;
using TestSupport;
using TestSupport.LocalApp;
using TestSupport.Trade;

namespace Benchmarks.Orders;

/// <summary>
/// Accepted webhooks a second on the embedded store and on Azurite, held against the same app's health route and against Azurite's own queue sends of as
/// many bytes, in turns; and how long the slowest hundredth of the acknowledgements took. What they tell is being consumed at the same time.
/// </summary>
static class WebhookRate
{
    const int AtOnce = 32;
    const int Rounds = 3;

    static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);
    static readonly TimeSpan Round = TimeSpan.FromSeconds(4);
    static readonly TimeSpan Bar = TimeSpan.FromMilliseconds(100);

    public static async Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        var folder = Directory.CreateTempSubdirectory("webhook-rate-");
        await using var azurite = new AzuriteFixture();
        var storage = await azurite.ConnectionStringAsync();
        var queue = new QueueServiceClient(storage, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 }).GetQueueClient("bare");
        await queue.CreateIfNotExistsAsync();
        var message = TradeDay.Paid("o1", "u1", 5_990, TradeDay.Start);

        List<Figure> figures = [];
        await using (var app = await AppProcess.StartAsync(Path.Combine(folder.FullName, "local.db"), settings: TradeDay.Settings))
            figures.Add(await MeasureAsync("embedded", app.Address, "its own health route", health => health));
        await using (var app = await InProcessApp.StartAsync(storage, TradeDay.Settings))
            figures.Add(await MeasureAsync("Azurite", app.Address, "Azurite's bare queue sends", _ => () => queue.SendMessageAsync(message)));
        folder.Delete(recursive: true);
        return figures;
    }

    static async Task<Figure> MeasureAsync(string store, Uri address, string against, Func<Func<Task>, Func<Task>> bareOf)
    {
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = AtOnce }) { BaseAddress = address };
        var run = Guid.NewGuid().ToString("n");
        var sent = 0;
        var bare = bareOf(HealthAsync);
        await ParallelRequests.RunAsync(AtOnce, WarmUp, _ => bare());
        await ParallelRequests.RunAsync(AtOnce, WarmUp, _ => TellAsync());
        List<(ParallelRequests Health, ParallelRequests Bare, ParallelRequests Told)> rounds = [];
        for (var i = 0; i < Rounds; i++)
        {
            rounds.Add((
                await ParallelRequests.RunAsync(AtOnce, Round, _ => HealthAsync()), await ParallelRequests.RunAsync(AtOnce, Round, _ => bare()), await ParallelRequests.RunAsync(AtOnce, Round, _ => TellAsync())));
        }

        var toBare = new Sample([.. rounds.Select(round => round.Told.Rate / round.Bare.Rate)]);
        var toHealth = new Sample([.. rounds.Select(round => round.Told.Rate / round.Health.Rate)]);
        var slowest = new Sample([.. rounds.Select(round => round.Told.Slowest99.TotalMilliseconds)]);
        return new Figure(
            $"Accepted shop webhooks on {store}, {AtOnce} at once: p99 of the acknowledgement",
            string.Create(CultureInfo.InvariantCulture, $"{slowest.Median:0} ms"),
            string.Create(CultureInfo.InvariantCulture, $"<= {Bar.TotalMilliseconds} ms"),
            slowest.Median <= Bar.TotalMilliseconds,
            $"webhooks/s {new Sample([.. rounds.Select(round => round.Told.Rate)])}; to {against} {toBare}; to the health route {toHealth}; p99 {slowest} ms; {sent} accepted");

        async Task HealthAsync()
        {
            using var answer = await http.GetAsync("/api/health");
            answer.EnsureSuccessStatusCode();
        }

        async Task TellAsync()
        {
            var number = Interlocked.Increment(ref sent);
            using var request = SignedEvents.OfShop(TradeDay.Shop, $"msg_{run}_{number}", TradeDay.Paid($"{run}-{number}", $"u{number % TradeDay.Members}", 5_990, TradeDay.Start, linkCode: null));
            using var answer = await http.SendAsync(request);
            if (answer.StatusCode is not HttpStatusCode.Accepted) throw new InvalidOperationException($"A webhook was answered with {(int)answer.StatusCode}.");
        }
    }
}
