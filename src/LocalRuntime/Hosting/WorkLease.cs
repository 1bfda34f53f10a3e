using LocalRuntime.Time;
using Microsoft.AspNetCore.Http;

namespace LocalRuntime.Hosting;

/// <summary>Holds virtual time still while a request runs, except those that ask about time itself.</summary>
internal sealed class WorkLease(WorkGauge gauge, RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http)
    {
        using var lease = http.Request.Path.StartsWithSegments("/local", StringComparison.Ordinal) ? null : gauge.Enter();
        await next(http);
    }
}
