using System.Net;
using Community.Messaging.Channels.WeCom;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Polly;

namespace FunctionsApp.Messaging.WeCom.Client;

/// <summary>The connections to the platform; tests replace them.</summary>
public sealed record WeComTransport(Func<HttpMessageHandler> Create)
{
    /// <summary>New connections follow changes of the platform's addresses.</summary>
    public static WeComTransport Network { get; } = new(() => new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    });
}

/// <summary>
/// The clock of time-outs and retries. It is real even when the app's clock is virtual, because a virtual clock stops
/// while a request waits.
/// </summary>
public sealed record WeComTiming(TimeProvider Clock)
{
    public static WeComTiming Real { get; } = new(TimeProvider.System);

    /// <summary>Numbers from 0 to 1, which spread the retries of instances.</summary>
    public Func<double> NextRandom { get; init; } = Random.Shared.NextDouble;
}

/// <summary>The HTTP client of the platform, with its time-outs and retries.</summary>
static class WeComHttp
{
    public const string ClientName = "wecom";

    const int MaxAnswerBytes = 8 * 1024 * 1024;

    /// <summary>Set on a request that only reads, so that it may be sent again when its answer is lost.</summary>
    public static readonly HttpRequestOptionsKey<bool> OnlyReads = new("wecom-only-reads");

    static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(8);
    static readonly TimeSpan TotalTimeout = TimeSpan.FromSeconds(25);
    static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(500);

    public static IServiceCollection AddWeComHttp(this IServiceCollection services, Uri baseUrl)
    {
        services
            .AddHttpClient(ClientName, http =>
            {
                http.BaseAddress = baseUrl;
                http.Timeout = Timeout.InfiniteTimeSpan;
                http.MaxResponseContentBufferSize = MaxAnswerBytes;
            })
            .ConfigurePrimaryHttpMessageHandler(provider => provider.GetRequiredService<WeComTransport>().Create())
            // Addresses carry tokens, secrets and keys of robots.
            .RemoveAllLoggers()
            .AddResilienceHandler("calls", (pipeline, context) =>
            {
                var timing = context.ServiceProvider.GetRequiredService<WeComTiming>();
                pipeline.TimeProvider = timing.Clock;
                pipeline
                    .AddTimeout(TotalTimeout)
                    .AddRetry(new HttpRetryStrategyOptions
                    {
                        ShouldHandle = IsWorthARepeatAsync,
                        MaxRetryAttempts = WeComErrorRules.MaxRetries,
                        BackoffType = DelayBackoffType.Exponential,
                        Delay = FirstDelay,
                        ShouldRetryAfterHeader = false,
                        Randomizer = timing.NextRandom,
                    })
                    .AddTimeout(AttemptTimeout);
            });
        return services;
    }

    // The platform says that it did nothing when it is busy; a call whose answer is lost may be repeated only when it
    // reads.
    static async ValueTask<bool> IsWorthARepeatAsync(Polly.Retry.RetryPredicateArguments<HttpResponseMessage> attempt)
    {
        if (attempt.Outcome.Result is { StatusCode: HttpStatusCode.OK } response)
        {
            var cancelled = attempt.Context.CancellationToken;
            await response.Content.LoadIntoBufferAsync(MaxAnswerBytes, cancelled);
            var body = await response.Content.ReadAsByteArrayAsync(cancelled);
            return WeComJson.ErrorCodeOf(body) is { } code
                && WeComErrorRules.KindOf(code) is WeComErrorKind.Retry;
        }

        var request = attempt.Context.GetRequestMessage();
        return request is not null
            && request.Options.TryGetValue(OnlyReads, out var onlyReads)
            && onlyReads
            && HttpClientResiliencePredicates.IsTransient(attempt.Outcome);
    }
}
