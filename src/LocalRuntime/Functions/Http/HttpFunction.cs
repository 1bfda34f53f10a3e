using LocalRuntime.Functions.Invocation;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace LocalRuntime.Functions.Http;

/// <summary>Answers the requests of one HTTP function. The key comes first: nothing else of a request is read without it.</summary>
internal sealed class HttpFunction(FunctionDescriptor function, AuthorizationLevel level, Invoker invoke, KeyCheck keys, InvocationLog log)
{
    static readonly ActionDescriptor NoAction = new();

    public async Task AnswerAsync(HttpContext http)
    {
        if (!keys.Allows(http.Request, level))
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        var started = log.Started();
        try
        {
            await WriteAsync(http, await invoke(new FunctionInvocation(function, http.RequestServices, http.RequestAborted), http));
            log.Succeeded(function.Name, started);
        }
        catch (BadHttpRequestException bad)
        {
            log.Refused(function.Name, started, bad);
            Fail(http, bad.StatusCode);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            log.CallerLeft(function.Name, started);
        }
#pragma warning disable CA1031 // whatever a function throws is an answer of 500 and a line in the log
        catch (Exception failure)
#pragma warning restore CA1031
        {
            log.Failed(function.Name, started, failure);
            Fail(http, StatusCodes.Status500InternalServerError);
        }
    }

    static Task WriteAsync(HttpContext http, object? result) => result switch
    {
        IResult minimal => minimal.ExecuteAsync(http),
        IActionResult action => action.ExecuteResultAsync(new ActionContext(http, http.GetRouteData(), NoAction)),
        _ => throw new InvalidOperationException("The function returned neither an IActionResult nor an IResult."),
    };

    static void Fail(HttpContext http, int status)
    {
        if (http.Response.HasStarted)
        {
            http.Abort();
            return;
        }

        http.Response.Clear();
        http.Response.StatusCode = status;
    }
}
