using FunctionsApp.Platform.Callers;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace FunctionsApp.Operators.Audit;

/// <summary>
/// Records every change that a caller made, before the answer is sent: where the entry cannot be stored, the caller
/// gets an error in place of a success. Functions without credentials are no changes of a caller.
/// </summary>
public sealed class AuditMiddleware(AuditLog audit, FunctionAccess access) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        var function = context.FunctionDefinition.Name;
        if (context.GetHttpContext() is not { } http || IsRead(http.Request) || access.IsOpen(function))
        {
            await next(context);
            return;
        }

        var change = new Change(audit, http, function);
        // The function's result is carried out after this middleware, so the status is known when the answer starts.
        http.Response.OnStarting(change.RecordAsync);
        await next(context);
        // An answer to a caller who has hung up may never start.
        http.Response.OnCompleted(change.RecordAsync);
    }

    static bool IsRead(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    sealed class Change(AuditLog audit, HttpContext http, string function)
    {
        bool isRecorded;

        public async Task RecordAsync()
        {
            var status = http.Response.StatusCode;
            if (isRecorded || status >= StatusCodes.Status400BadRequest) return;
            await audit.RecordAsync(http, function, status);
            isRecorded = true;
        }
    }
}
