using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;

namespace FunctionsApp.Tests.Application.Hostile;

/// <summary>Twenty thousand malformed requests from one seed. The app refuses each without internal details.</summary>
public sealed class HostileTests(AppHost app, ITestOutputHelper output) : IClassFixture<AppHost>
{
    const int Requests = 20_000;
    const int Parallelism = 16;
    const int Seed = 20261201;

    static readonly string[] Internals =
    [
        "   at ", "Exception", "System.", "Microsoft.", "FunctionsApp.", "LocalRuntime", "Azure.", "Sqlite", "SQLITE",
        ".cs:line", "StackTrace", "RowKey", "PartitionKey", AppHost.Key,
    ];

    [Fact]
    public async Task Hostile_requests_cause_no_server_error_no_disclosure_and_no_access_without_the_key()
    {
        (await app.PostAsync("/api/groups", SampleBodies.Group("tea-1"))).Expecting(HttpStatusCode.Created);
        var groups = await CountAsync("groups");
        using var client = new HttpClient(
            new SocketsHttpHandler { AllowAutoRedirect = false, MaxConnectionsPerServer = Parallelism });
        var random = new Random(Seed);
        var requests = Enumerable.Range(0, Requests).Select(_ => HostileRequest.Next(random, app.Now)).ToList();
        var (sent, created, statuses) = (0, 0, new int[600]);
        var faults = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);

        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Parallelism };
        await Parallel.ForEachAsync(requests, parallel, async (request, cancellationToken) =>
        {
            using var message = request.ToMessage(app.Client.BaseAddress!);
            if (message is null) return;
            try
            {
                using var response = await client.SendAsync(message, cancellationToken);
                var text = await response.Content.ReadAsStringAsync(cancellationToken);
                Interlocked.Increment(ref sent);
                Interlocked.Increment(ref statuses[(int)response.StatusCode]);
                if (IsCreatedGroup(request, response)) Interlocked.Increment(ref created);
                if (FindFault(request, response, text) is { } fault)
                    faults.TryAdd($"{request.Function.Name}: {fault}", $"{request}: {text}");
            }
            catch (HttpRequestException)
            {
                // HTTP does not allow the request: the client or the server ended the connection
            }
        });

        var counts = statuses.Index().Where(count => count.Item > 0).Select(count => $"{count.Item} x {count.Index}");
        output.WriteLine($"{sent} of {Requests} could be sent; {string.Join(", ", counts)}");
        Assert.True(
            faults.IsEmpty,
            string.Join(Environment.NewLine, faults.Select(found => $"{found.Key}, {found.Value}")));
        Assert.InRange(sent, Requests * 9 / 10, Requests);
        Assert.Equal(groups + created, await CountAsync("groups"));
        Assert.Equal(HttpStatusCode.OK, (await app.GetAsync("/api/health")).Status);
    }

    static bool IsCreatedGroup(HostileRequest request, HttpResponseMessage response) =>
        request is { Function.Name: "CreateGroup", HasKey: true } && response.StatusCode is HttpStatusCode.Created;

    static string? FindFault(HostileRequest request, HttpResponseMessage response, string text)
    {
        var status = (int)response.StatusCode;
        if (status >= 500) return $"it answered {status}";
        if (Array.Exists(Internals, detail => text.Contains(detail, StringComparison.Ordinal)))
            return $"it showed internal details with {status}";
        return request.Function.NeedsRole && !request.HasKey && response.IsSuccessStatusCode
            ? $"it answered {status} without the key"
            : null;
    }

    async Task<int> CountAsync(string list) => (await app.ListAsync<JsonElement>($"/api/{list}?")).Count;
}
