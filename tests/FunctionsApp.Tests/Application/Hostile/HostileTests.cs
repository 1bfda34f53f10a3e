using System.Collections.Concurrent;
using System.Net;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Tests.Application.Hostile;

/// <summary>Twenty thousand requests that nobody should send: the app refuses them in its own words, and lets nobody in.</summary>
public sealed class HostileTests(AppHost app, ITestOutputHelper output) : IClassFixture<AppHost>
{
    const int Requests = 20_000;
    const int Parallelism = 16;
    const int Seed = 20261201;

    static readonly string[] Internals = ["   at ", "Exception", "System.", "Microsoft.", "FunctionsApp.", "LocalRuntime", "Azure.", "Sqlite", "SQLITE", ".cs:line", "StackTrace", "RowKey", "PartitionKey", AppHost.Key];

    [Fact]
    public async Task No_request_breaks_the_app_shows_its_inside_or_gets_in_without_the_key()
    {
        (await app.PostAsync("/api/groups", SampleBodies.Group("tea-1"))).Expecting(HttpStatusCode.Created);
        var groups = await CountAsync("groups");
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, MaxConnectionsPerServer = Parallelism });
        var random = new Random(Seed);
        var requests = Enumerable.Range(0, Requests).Select(_ => HostileRequest.Next(random, app.Now)).ToList();
        var (sent, statuses, created, wrong) = (0, new int[600], 0, new ConcurrentDictionary<string, string>(StringComparer.Ordinal));

        await Parallel.ForEachAsync(requests, new ParallelOptions { MaxDegreeOfParallelism = Parallelism }, async (request, cancellationToken) =>
        {
            using var message = request.ToMessage(app.Client.BaseAddress!);
            if (message is null) return;
            try
            {
                using var response = await client.SendAsync(message, cancellationToken);
                var text = await response.Content.ReadAsStringAsync(cancellationToken);
                Interlocked.Increment(ref sent);
                Interlocked.Increment(ref statuses[(int)response.StatusCode]);
                if (request is { Function.Name: "CreateGroup", HasKey: true } && response.StatusCode is HttpStatusCode.Created) Interlocked.Increment(ref created);
                if (WrongWith(request, response, text) is { } what) wrong.TryAdd($"{request.Function.Name}: {what}", $"{request}: {text}");
            }
            catch (HttpRequestException)
            {
                // a request that HTTP itself does not allow: the client or the server ended the connection
            }
        });

        output.WriteLine($"{sent} of {Requests} could be sent; {string.Join(", ", statuses.Index().Where(count => count.Item > 0).Select(count => $"{count.Item} x {count.Index}"))}");
        Assert.True(wrong.IsEmpty, string.Join(Environment.NewLine, wrong.Select(found => $"{found.Key}, {found.Value}")));
        Assert.InRange(sent, Requests * 9 / 10, Requests);
        Assert.Equal(groups + created, await CountAsync("groups"));
        Assert.Equal(HttpStatusCode.OK, (await app.GetAsync("/api/health")).Status);
    }

    // Another verb, or a path that a trick turned into another route, is no longer the guarded function's own.
    static string? WrongWith(HostileRequest request, HttpResponseMessage response, string text) => (int)response.StatusCode switch
    {
        >= 500 and var status => $"it answered {status}",
        var status when Array.Exists(Internals, inside => text.Contains(inside, StringComparison.Ordinal)) => $"it showed its inside with {status}",
        var status when response.IsSuccessStatusCode && !request.HasKey && request.Function.Level is AuthorizationLevel.Function => $"it answered {status} without the key",
        _ => null,
    };

    async Task<int> CountAsync(string what) => (await app.ListAsync<System.Text.Json.JsonElement>($"/api/{what}?")).Count;
}
