using System.Globalization;
using System.Text.Json;
using TestSupport.HostCosts;
using TestSupport.LocalApp;

namespace Benchmarks.Pushes;

/// <summary>
/// A brand in virtual time whose groups all get a push of one plan each day at 10:30. The item has a link, as most do.
/// </summary>
sealed class PushBrand : IAsyncDisposable
{
    /// <summary>The start of the virtual clock.</summary>
    public static readonly DateTimeOffset Start = new(2026, 12, 1, 9, 0, 0, TimeSpan.FromHours(8));

    /// <summary>The instant of the first push.</summary>
    public static readonly DateTimeOffset DueAt = Start.AddMinutes(90);

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

    /// <summary>Starts the brand with its groups and, by default, the plan; all calendars are written.</summary>
    public static async Task<PushBrand> StartAsync(int groups, bool hasPlan = true)
    {
        var counter = new StorageRequestCounter();
        var brand = new PushBrand(
            await InProcessApp.StartAsync(Start, builder => counter.AddTo(builder.Services)), counter);
        await Parallel.ForEachAsync(
            Enumerable.Range(0, groups),
            new ParallelOptions { MaxDegreeOfParallelism = Parallelism },
            async (number, _) => await brand.Client.CreateGroupAsync(
                string.Create(CultureInfo.InvariantCulture, $"tea-{number}"), "SuperUser", Start.AddDays(60)));
        if (hasPlan) await brand.PlanAsync();
        await brand.Client.AdvanceToAsync(DueAt.AddMinutes(-2));
        return brand;
    }

    /// <summary>The pushes that were due at an instant.</summary>
    public async Task<IReadOnlyList<JsonElement>> PushesAsync(DateTimeOffset at)
    {
        var range = $"from={Uri.EscapeDataString($"{at:O}")}&to={Uri.EscapeDataString($"{at:O}")}";
        return await Client.AllAsync($"/api/pushes?{range}");
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }

    async Task PlanAsync()
    {
        await Client.PostAsync("/api/content", new
        {
            id = "morning",
            kind = "Useful",
            tags = (string[])["茶"],
            variants = (string[])["{group} 早上好，今天聊聊怎么存茶 {link}"],
            attachments = (object[])[new { type = "Link", title = "春茶", url = "https://shop.example/a" }],
            author = "小林",
            reuseDays = 1,
        });
        await Client.PostAsync("/api/content/morning/approve", new { by = "小王" });
        await Client.PostAsync("/api/push-plans", new
        {
            id = "daily",
            name = "每日分享",
            kinds = (string[])["SuperUser"],
            slots = (object[])
                [new { id = "s1", at = new { type = "Recurring", cron = "30 10 * * *" }, content = "morning" }],
        });
    }
}
