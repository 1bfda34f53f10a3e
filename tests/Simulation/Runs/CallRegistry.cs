using Simulation.Instances;
using Simulation.Senders;

namespace Simulation.Runs;

/// <summary>The changes that were asked for through the API, and every request of an operator's credential.</summary>
sealed class CallRegistry(SimulatedClock clock)
{
    readonly List<ApiCall> calls = [];

    /// <summary>The number of the latest sending or answer. Several can be at one instant.</summary>
    public long Order { get; private set; }

    public IReadOnlyList<ApiCall> All => calls;

    public async Task<ApiResponse?> SendAsync(AppInstance instance, ApiRequest request)
    {
        var isChange = request.Method != "GET" && request.Path.StartsWith("/api/", StringComparison.Ordinal);
        var hasCredential = request is OperatorRequest { Credential: not null };
        if (!isChange && !hasCredential) return await instance.SendAsync(request);
        var call = new ApiCall(request, ++Order, clock.Now);
        calls.Add(call);
        var answer = await instance.SendAsync(request);
        (call.AnswerOrder, call.AnsweredAt, call.Status) = (++Order, clock.Now, answer?.Status);
        return answer;
    }
}

/// <summary>One sending of a request to the API.</summary>
sealed record ApiCall(ApiRequest Request, long SendOrder, DateTimeOffset SentAt)
{
    public long AnswerOrder { get; set; } = long.MaxValue;

    public DateTimeOffset? AnsweredAt { get; set; }

    /// <summary>Null when the app instance died before it answered.</summary>
    public int? Status { get; set; }

    public bool IsAccepted => Status < 400;

    /// <summary>The credential of an operator; null for the machine key, and for a request that needs none.</summary>
    public Credential? Credential => (Request as OperatorRequest)?.Credential;

    /// <summary>True when it is unknown whether the request took effect.</summary>
    public bool IsUnknown => Status is null or >= 500;

    public string Path => Uri.UnescapeDataString(Request.Path.Split('?')[0]);

    public string Text => System.Text.Encoding.UTF8.GetString(Request.Body);

    public override string ToString() =>
        $"{Request.Method} {Path} with {Credential?.ToString() ?? "the machine key"}";
}
