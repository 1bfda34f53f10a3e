using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Benchmarks.Figures;
using LocalRuntime.Store;
using TestSupport.LocalApp;
using TestSupport.Trade;

namespace Benchmarks.Orders;

/// <summary>
/// The time from the request to the end of an import on the embedded store, and its storage round trips for each line:
/// of a file whose orders no webhook reported, and of a file that corrects each of them.
/// </summary>
static class ImportRate
{
    const int Lines = 20_000;

    static readonly TimeSpan Target = TimeSpan.FromSeconds(60);
    static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);
    static readonly TimeSpan ReadInterval = TimeSpan.FromMilliseconds(500);

    public static async Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        using var folder = new TemporaryFolder();
        await using var app = await InProcessApp.StartEmbeddedAsync(folder.Path("local.db"), TradeDay.Settings);
        using var http = new HttpClient { BaseAddress = app.Address };
        http.DefaultRequestHeaders.Add("x-functions-key", AppProcess.FunctionKey);
        return
        [
            await MeasureAsync(http, "whose orders were missed", "missed", amount: "59.90"),
            await MeasureAsync(http, "that corrects each order", "corrected", amount: "49.90"),
        ];
    }

    static async Task<Figure> MeasureAsync(HttpClient http, string name, string count, string amount)
    {
        var (before, started) = (StorageTransactions.Embedded, Stopwatch.GetTimestamp());
        var address = await SendAsync(http, amount);
        var accepted = Stopwatch.GetElapsedTime(started);
        var import = await FinishedAsync(http, address, started);
        var took = Stopwatch.GetElapsedTime(started);
        var requests = (StorageTransactions.Embedded - before) / (double)Lines;
        var done = import.GetProperty("report").GetProperty(count).GetInt32();
        return new Figure(
            $"Import of {Lines} lines {name}, embedded",
            string.Create(CultureInfo.InvariantCulture, $"{took.TotalSeconds:0.0} s"),
            string.Create(CultureInfo.InvariantCulture, $"<= {Target.TotalSeconds} s"),
            took <= Target && done == Lines,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{requests:0.0} storage round trips a line; accepted after {accepted.TotalSeconds:0.00} s; {done} "
                + $"{count}; {Lines / took.TotalSeconds:0} lines/s"));
    }

    static async Task<Uri> SendAsync(HttpClient http, string amount)
    {
        var lines = Enumerable.Range(0, Lines).Select(number => string.Create(
            CultureInfo.InvariantCulture, $"import-{number},buyer-{number},{amount},CNY,2026-11-11 08:00:00,0"));
        var file = $"orderId,buyer,amount,currency,paidAt,refunded\n{string.Join('\n', lines)}\n";
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(file))
        {
            Headers = { ContentType = new MediaTypeHeaderValue("text/csv", "utf-8") },
        };
        using var answer = await http.PostAsync($"/api/orders/import?shop={TradeDay.Shop}", content);
        answer.EnsureSuccessStatusCode();
        return answer.Headers.Location!;
    }

    static async Task<JsonElement> FinishedAsync(HttpClient http, Uri address, long started)
    {
        using var reads = new PeriodicTimer(ReadInterval);
        while (await reads.WaitForNextTickAsync())
        {
            var import = JsonElement.Parse(await http.GetStringAsync(address));
            Console.WriteLine($"{import.GetProperty("linesDone")} of {import.GetProperty("lines")} lines");
            if (import.GetProperty("state").GetString() == "Finished") return import;
            if (Stopwatch.GetElapsedTime(started) > Limit) break;
        }

        throw new TimeoutException("The import is not finished.");
    }
}
