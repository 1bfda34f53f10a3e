using FunctionsApp.Operators.Audit;
using FunctionsApp.Operators.Sessions;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Operators;

/// <summary>Deletes old entries of the audit log, and attempts to sign in that do not count any more.</summary>
public sealed class ForgetOperatorRecordsFunction(
    AuditLog audit, SignInLimiter limiter, AuditRetention retention, TimeProvider clock)
{
    const int Budget = 10_000;

    [Function("ForgetOperatorRecords")]
    public async Task Forget([TimerTrigger("0 50 * * * *")] TimerInfo timer)
    {
        await audit.ForgetAsync(clock.GetUtcNow() - retention.Entries, Budget);
        await limiter.ForgetAsync(Budget);
    }
}
