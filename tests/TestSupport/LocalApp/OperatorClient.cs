using System.Net.Http.Json;
using System.Text.Json;

namespace TestSupport.LocalApp;

/// <summary>The calls of an operator that create test data and read results.</summary>
public sealed class OperatorClient : IDisposable
{
    const string Instances = "/runtime/webhooks/durabletask/instances";
    const string InstanceContinuation = "x-ms-continuation-token";

    readonly HttpClient http;

    /// <summary>A client of the app at <paramref name="address"/>.</summary>
    public OperatorClient(Uri address, string functionKey = AppProcess.FunctionKey)
    {
        http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false })
        {
            BaseAddress = address,
            Timeout = Timeout.InfiniteTimeSpan,
        };
        http.DefaultRequestHeaders.Add("x-functions-key", functionKey);
    }

    /// <summary>
    /// Creates an open group. Onboarding in a <c>Flash</c> group is a welcome alone; in other kinds it takes days.
    /// </summary>
    public Task<JsonElement> CreateGroupAsync(
        string id,
        string kind = "Flash",
        DateTimeOffset? endsAt = null,
        string? owner = null) => PostAsync("/api/groups", new
        {
            id,
            name = $"春茶福利群 {id}",
            kind,
            capacity = 500,
            owner,
            joinUrl = "https://work.weixin.qq.com/gm/abc",
            charter = new
            {
                audience = "爱喝茶的人",
                service = "每周一款新茶",
                benefits = (string[])["新人立减"],
                rules = (string[])["不发广告"],
                endsAt = endsAt ?? DateTimeOffset.UtcNow.AddDays(7),
                ending = "转入会员群",
            },
        });

    /// <summary>Creates an open campaign for the group with a poster, and returns the code of the poster.</summary>
    public async Task<string> CreateCampaignAsync(string id, string groupId)
    {
        var now = DateTimeOffset.UtcNow;
        await PostAsync(
            "/api/campaigns",
            new
            {
                id,
                name = "春茶裂变",
                mode = "PosterShare",
                opensAt = now.AddDays(-1),
                closesAt = now.AddDays(7),
                groupIds = (string[])[groupId],
            });
        return (
            await PostAsync(
                $"/api/campaigns/{id}/posters",
                new { title = "春茶福利", lines = (string[])["新人立减 30%"] }))
            .GetProperty("code")
            .GetString()!;
    }

    /// <summary>Every item of all pages of a list.</summary>
    public async Task<IReadOnlyList<JsonElement>> AllAsync(string path)
    {
        List<JsonElement> items = [];
        var firstPage = $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}top=200";
        string? continuation = null;
        do
        {
            var page = await GetAsync(
                continuation is null ? firstPage : $"{firstPage}&continuation={Uri.EscapeDataString(continuation)}");
            items.AddRange(page.GetProperty("items").EnumerateArray());
            continuation = page.TryGetProperty("continuation", out var next) ? next.GetString() : null;
        }
        while (continuation is not null);
        return items;
    }

    /// <summary>Every orchestration instance of the management API.</summary>
    public async Task<IReadOnlyList<JsonElement>> InstancesAsync()
    {
        List<JsonElement> instances = [];
        string? continuation = null;
        do
        {
            using var request = new HttpRequestMessage(
                HttpMethod.Get,
                $"{Instances}?top=1000&showInput=false");
            if (continuation is not null)
                request.Headers.Add(InstanceContinuation, continuation);
            using var answer = await http.SendAsync(request);
            answer.EnsureSuccessStatusCode();
            instances.AddRange((await answer.Content.ReadFromJsonAsync<JsonElement>()).EnumerateArray());
            continuation = answer.Headers.TryGetValues(InstanceContinuation, out var next) ? next.Single() : null;
        }
        while (continuation is not null);
        return instances;
    }

    /// <summary>The history of an orchestration instance as the management API shows it.</summary>
    public async Task<IReadOnlyList<JsonElement>> HistoryAsync(string instanceId)
    {
        var instance = await GetAsync($"{Instances}/{instanceId}?showHistory=true&showInput=false");
        return [.. instance.GetProperty("historyEvents").EnumerateArray()];
    }

    /// <summary>Sends a join once; true when the app acknowledged it.</summary>
    public Task<bool> SendAsync(Join join, DateTimeOffset? signedAt = null) =>
        SendAsync(SignedEvents.Joined(join, signedAt));

    /// <summary>Sends a signed request once; true when the app acknowledged it.</summary>
    public async Task<bool> SendAsync(HttpRequestMessage signed)
    {
        using var request = signed;
        using var answer = await http.SendAsync(request);
        return answer.StatusCode switch
        {
            System.Net.HttpStatusCode.Accepted => true,
            >= System.Net.HttpStatusCode.InternalServerError => false,
            var refused => throw new InvalidOperationException(
                $"The app refused the request with {(int)refused}: {await answer.Content.ReadAsStringAsync()}"),
        };
    }

    /// <summary>The JSON at this path.</summary>
    public Task<JsonElement> GetAsync(string path) => http.GetFromJsonAsync<JsonElement>(path);

    /// <summary>The status at this path; redirects are not followed.</summary>
    public async Task<System.Net.HttpStatusCode> GetStatusAsync(string path)
    {
        using var answer = await http.GetAsync(path);
        return answer.StatusCode;
    }

    /// <summary>The JSON at this path; null for status 404.</summary>
    public async Task<JsonElement?> FindAsync(string path)
    {
        using var answer = await http.GetAsync(path);
        if (answer.StatusCode is System.Net.HttpStatusCode.NotFound) return null;
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>The code of a member in a campaign.</summary>
    public async Task<string> ParticipateAsync(string campaign, string member)
    {
        using var answer = await http.PutAsync($"/api/campaigns/{campaign}/participants/{member}", content: null);
        return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>())
            .GetProperty("code")
            .GetString()!;
    }

    /// <summary>Says that a staff task is done.</summary>
    public async Task CompleteTaskAsync(string id)
    {
        using var answer = await http.PostAsync($"/api/tasks/{id}/done", content: null);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Moves a virtual clock; completes when all due work has run.</summary>
    public Task AdvanceToAsync(DateTimeOffset to) => PostAsync("/local/clock", new { to });

    /// <summary>
    /// Posts the body and returns the JSON of the answer; throws with the answer when it is not a success.
    /// </summary>
    public Task<JsonElement> PostAsync(string path, object body) => SendAsync(HttpMethod.Post, path, body);

    /// <summary>The same with <c>PUT</c>.</summary>
    public Task<JsonElement> PutAsync(string path, object body) => SendAsync(HttpMethod.Put, path, body);

    async Task<JsonElement> SendAsync(HttpMethod method, string path, object body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = JsonContent.Create(body) };
        using var answer = await http.SendAsync(request);
        return answer.IsSuccessStatusCode
            ? await answer.Content.ReadFromJsonAsync<JsonElement>()
            : throw new InvalidOperationException(
                $"{method} {path} answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
    }

    /// <inheritdoc />
    public void Dispose() => http.Dispose();
}
