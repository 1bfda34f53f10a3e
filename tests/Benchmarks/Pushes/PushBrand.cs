using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using TestSupport.HostCosts;
using TestSupport.LocalApp;

namespace Benchmarks.Pushes;

/// <summary>
/// A brand in virtual time whose groups all get pushes of one plan each day, by default one at 10:30. The items have
/// links, as most do.
/// </summary>
sealed class PushBrand : IAsyncDisposable
{
    /// <summary>The start of the virtual clock.</summary>
    public static readonly DateTimeOffset Start = new(2026, 12, 1, 9, 0, 0, TimeSpan.FromHours(8));

    /// <summary>The instant of the first push.</summary>
    public static readonly DateTimeOffset DueAt = Start.AddMinutes(90);

    /// <summary>The instant of the day at which each slot is due, in the order in which plans take them.</summary>
    static readonly string[] Crons = ["30 10 * * *", "30 15 * * *", "0 20 * * *"];

    const int Parallelism = 8;

    readonly InProcessApp app;
    readonly StorageRequestCounter requests;

    PushBrand(InProcessApp app, StorageRequestCounter requests)
    {
        (this.app, this.requests) = (app, requests);
        Client = new OperatorClient(app.Address);
    }

    public OperatorClient Client { get; }

    /// <summary>The storage requests of the app since its start.</summary>
    public HostCost Cost => new(requests.Counts.ToDictionary());

    /// <summary>
    /// Starts the brand with its groups and a plan of so many pushes a day, at most 3; all calendars are written.
    /// </summary>
    public static async Task<PushBrand> StartAsync(int groups, int pushesPerDay = 1)
    {
        var counter = new StorageRequestCounter();
        var started = await InProcessApp.StartAsync(Start, builder =>
        {
            counter.AddTo(builder.Services);
            // The default week has fewer than three a day.
            builder.Configuration.AddInMemoryCollection([new("Push:PerWeek", "21")]);
        });
        var brand = new PushBrand(started, counter);
        await Parallel.ForEachAsync(
            Enumerable.Range(0, groups),
            new ParallelOptions { MaxDegreeOfParallelism = Parallelism },
            async (number, _) => await brand.Client.CreateGroupAsync(
                string.Create(CultureInfo.InvariantCulture, $"tea-{number}"), "SuperUser", Start.AddDays(60)));
        if (pushesPerDay > 0) await brand.PlanAsync(pushesPerDay);
        await brand.Client.AdvanceToAsync(DueAt.AddMinutes(-2));
        return brand;
    }

    /// <summary>The pushes that were due at an instant.</summary>
    public Task<IReadOnlyList<JsonElement>> PushesAsync(DateTimeOffset at) => PushesAsync(at, at);

    /// <summary>The pushes that were due between two instants, both included.</summary>
    public async Task<IReadOnlyList<JsonElement>> PushesAsync(DateTimeOffset from, DateTimeOffset to)
    {
        var range = $"from={Uri.EscapeDataString($"{from:O}")}&to={Uri.EscapeDataString($"{to:O}")}";
        return await Client.AllAsync($"/api/pushes?{range}");
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }

    async Task PlanAsync(int pushesPerDay)
    {
        var names = Enumerable.Range(1, pushesPerDay)
            .Select(number => string.Create(CultureInfo.InvariantCulture, $"tea-talk-{number}"))
            .ToList();
        foreach (var name in names) await AddItemAsync(name);
        await Client.PostAsync("/api/push-plans", new
        {
            id = "daily",
            name = "每日分享",
            kinds = (string[])["SuperUser"],
            slots = names.Zip(Crons, (name, cron) => new
            {
                id = name,
                at = new { type = "Recurring", cron },
                content = name,
            }),
        });
    }

    async Task AddItemAsync(string id)
    {
        await Client.PostAsync("/api/content", new
        {
            id,
            kind = "Useful",
            tags = (string[])["茶"],
            variants = (string[])["{group} 早上好，今天聊聊怎么存茶 {link}"],
            attachments = (object[])[new { type = "Link", title = "春茶", url = "https://shop.example/a" }],
            author = "小林",
            reuseDays = 1,
        });
        await Client.PostAsync($"/api/content/{id}/approve", new { by = "小王" });
    }
}
