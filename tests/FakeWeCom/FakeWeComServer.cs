using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace FakeWeCom;

/// <summary>A call that the server answered; <paramref name="Code"/> is its <c>errcode</c>.</summary>
public sealed record FakeCall(string Path, DateTimeOffset At, int Code);

/// <summary>
/// WeCom for one corporation: the transport of an HTTP client, and what people and the platform do by themselves.
/// </summary>
public sealed class FakeWeComServer : HttpMessageHandler
{
    readonly FakeCorp corp;
    readonly TimeProvider clock;
    readonly FakeTokens tokens;
    readonly FakeRoutes routes;
    readonly List<FakeCall> calls = [];
    readonly Lock sync = new();

    public FakeWeComServer(FakeCorp corp, TimeProvider clock, int seed = 1)
    {
        (this.corp, this.clock) = (corp, clock);
        tokens = new FakeTokens(corp, clock);
        Callbacks = new FakeCallbacks(corp, clock, new Random(seed));
        Groups = new FakeGroups(corp, Callbacks, clock);
        GroupSends = new FakeGroupSends(corp, clock);
        JoinWays = new FakeJoinWays(Groups);
        Content = new FakeContent(clock);
        Staff = new FakeStaff(corp, clock);
        routes = new FakeRoutes(corp, clock, tokens, Groups, JoinWays, GroupSends, Content, Staff);
    }

    public FakeFaults Faults { get; } = new();

    public FakeCallbacks Callbacks { get; }

    public FakeGroups Groups { get; }

    public FakeGroupSends GroupSends { get; }

    public FakeJoinWays JoinWays { get; }

    public FakeContent Content { get; }

    public FakeStaff Staff { get; }

    /// <summary>The calls so far.</summary>
    public IReadOnlyList<FakeCall> Calls
    {
        get
        {
            lock (sync) return [.. calls];
        }
    }

    /// <summary>The number of calls of a path.</summary>
    public int CountOf(string path) => Calls.Count(call => call.Path == path);

    /// <summary>The platform ends the current token before its time.</summary>
    public void ExpireToken()
    {
        lock (sync) tokens.Expire();
    }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var read = await FakeRequest.ReadAsync(request, cancellationToken);
        if (Faults.TakeCutConnection(read.Path))
            throw new HttpRequestException(HttpRequestError.ConnectionError, "The platform could not be reached.");
        if (Faults.DelayOf(read.Path) is { Ticks: > 0 } delay) await Task.Delay(delay, clock, cancellationToken);
        var answer = Answer(read);
        if (Faults.TakeLostAnswer(read.Path)) throw new HttpRequestException("The connection was closed.");
        return new HttpResponseMessage(HttpStatusCode.OK)
        {
            RequestMessage = request,
            Content = new StringContent(answer.ToJsonString(), Encoding.UTF8, "application/json"),
        };
    }

    JsonObject Answer(FakeRequest request)
    {
        lock (sync)
        {
            var (code, answer) = Run(request);
            calls.Add(new FakeCall(request.Path, clock.GetUtcNow(), code));
            answer["errcode"] = code;
            answer["errmsg"] = code == 0 ? "ok" : $"an explanation that changes, hint: [{calls.Count}]";
            return answer;
        }
    }

    (int Code, JsonObject Answer) Run(FakeRequest request)
    {
        try
        {
            if (Faults.TakeError(request.Path) is { } fault) throw new FakeErrorException(fault);
            if (!corp.IsTrustedAddress && request.Path != "webhook/send")
                throw new FakeErrorException(FakeErrors.BadAddress);
            CheckCallLimits(request.Path);
            return (0, routes.Run(request));
        }
        catch (FakeErrorException error)
        {
            return (error.Code, []);
        }
    }

    void CheckCallLimits(string path)
    {
        var now = clock.GetUtcNow();
        var lastHour = calls.Where(call => call.Path == path && call.At > now.AddHours(-1)).ToList();
        if (lastHour.Count >= corp.CallLimits.Hour
            || lastHour.Count(call => call.At > now.AddMinutes(-1)) >= corp.CallLimits.Minute)
            throw new FakeErrorException(FakeErrors.TooManyCalls);
    }
}
