using System.Net;
using LocalRuntime.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace LocalRuntime.Tests.Functions;

/// <summary>Middleware of the worker runs around functions of every trigger.</summary>
public sealed class MiddlewareTests
{
    readonly Recorder recorder = new();

    [Fact]
    public async Task First_added_is_outermost()
    {
        await using var host = await StartAsync(
            typeof(HttpSamples), builder => builder.Use(Recording("outer")).Use(Recording("inner")));

        using var answer = await host.KeyClient.GetAsync("/api/Guarded");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(["outer Guarded", "inner Guarded", "guarded", "inner after", "outer after"], recorder.Entries);
    }

    [Fact]
    public async Task Middleware_class_is_resolved_from_services_and_sees_the_request()
    {
        await using var host = await StartAsync(typeof(HttpSamples), builder => builder.UseMiddleware<Gate>());

        using var refused = await host.KeyClient.GetAsync("/api/Guarded");
        using var passed = await host.KeyClient.GetAsync("/api/Guarded?pass=1");

        Assert.Equal((HttpStatusCode.Forbidden, "no"), (refused.StatusCode, await refused.Content.ReadAsStringAsync()));
        Assert.Equal(HttpStatusCode.OK, passed.StatusCode);
        Assert.Equal(["guarded"], recorder.Entries);
    }

    [Fact]
    public async Task Function_that_fails_is_seen_by_middleware()
    {
        await using var host = await StartAsync(typeof(HttpSamples), builder => builder.Use(next => async context =>
        {
            await Assert.ThrowsAnyAsync<Exception>(() => next(context));
            recorder.Add("seen");
            throw new InvalidOperationException();
        }));

        using var answer = await host.Client.GetAsync("/api/Broken");

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal(["seen"], recorder.Entries);
    }

    [Fact]
    public async Task Orchestrators_and_activities_run_in_it()
    {
        await using var host = await StartAsync(typeof(DurableSamples), builder => builder.Use(Recording("in")));
        using var started = await host.Client.PostAsync("/api/greet/Wang", content: null);
        var client = host.Services.GetRequiredService<DurableTaskClient>();
        await client.RaiseEventAsync("greet-Wang", "Answer", "fine", TestContext.Current.CancellationToken);

        var done = await client.WaitForInstanceCompletionAsync("greet-Wang", TestContext.Current.CancellationToken);

        Assert.Equal(OrchestrationRuntimeStatus.Completed, done.RuntimeStatus);
        Assert.Superset(
            new HashSet<string> { "in StartGreeting", "in Greet", "in Say" },
            recorder.Entries.ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Timers_run_in_it()
    {
        await using var host = await StartAsync(
            typeof(TimerSamples), builder => builder.Use(Recording("in")), "--clock", "2026-12-01T00:30:00Z");

        await host.AdvanceAsync("PT1H");

        Assert.StartsWith("in ", recorder.Entries[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Queue_message_is_passed_over_where_middleware_does_not_go_on()
    {
        await using var host = await StartAsync(
            typeof(QueueSamples),
            RunningHost.Setting("MessageQueue", "messages") + (builder => builder.Use(_ => context =>
            {
                recorder.Add($"stopped {context.FunctionDefinition.Name}");
                return Task.CompletedTask;
            })),
            "--clock",
            "2026-12-01T00:00:00Z");
        var queue = host.Services.GetRequiredService<StorageClients>().Queue(StorageClients.EmbeddedConnection, "text");

        await queue.CreateIfNotExistsAsync(cancellationToken: TestContext.Current.CancellationToken);
        await queue.SendMessageAsync(
            Convert.ToBase64String("hello"u8), cancellationToken: TestContext.Current.CancellationToken);
        await host.AdvanceAsync("PT0S");

        Assert.Equal(["stopped TakeText"], recorder.Entries);
    }

    Func<FunctionExecutionDelegate, FunctionExecutionDelegate> Recording(string name) => next => async context =>
    {
        recorder.Add($"{name} {context.FunctionDefinition.Name}");
        await next(context);
        recorder.Add($"{name} after");
    };

    Task<RunningHost> StartAsync(
        Type functions, Action<LocalApplicationBuilder> configure, params string[] args) =>
        RunningHost.StartAsync(functions, configure: RunningHost.With(recorder) + configure, args: args);

    sealed class Gate : IFunctionsWorkerMiddleware
    {
        public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            var http = (HttpContext)context.Items["HttpRequestContext"];
            if (http.Request.Query.ContainsKey("pass")) return next(context);
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return http.Response.WriteAsync("no");
        }
    }
}
