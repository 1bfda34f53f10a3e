using LocalRuntime.Functions.Invocation;
using LocalRuntime.Hosting;
using LocalRuntime.Store;
using LocalRuntime.Time;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LocalRuntime.Functions.Timers;

/// <summary>
/// Creates the listeners of timer functions, in the time zone of <c>WEBSITE_TIME_ZONE</c> (UTC when it is not set).
/// </summary>
internal sealed class TimerListeners(IServiceProvider services, InvocationLog log)
{
    readonly AppSettings settings = new(services.GetRequiredService<IConfiguration>());

    public TimerListener Create(FunctionDescriptor function)
    {
        var parameter = function.TriggerParameter;
        if (parameter.ParameterType != typeof(TimerInfo))
            throw Refuse(function, $"'{parameter.Name}' must be a TimerInfo, not a {parameter.ParameterType}.");
        var expression = settings.Resolve(((TimerTriggerAttribute)function.Trigger).Schedule, function.Name);
        var schedule = Schedule.TryParse(expression, Zone())
            ?? throw Refuse(function, $"'{expression}' is not an NCRONTAB schedule.");
        var clock = services.GetRequiredService<TimeProvider>();
        schedule.After(clock.GetUtcNow());
        var invoker = InvokerCompiler.Compile(function, TriggerValue.Bind<TimerInfo>);
        return new TimerListener(
            new FunctionRunner(function, invoker, services, log), expression, schedule,
            new TimerStates(services.GetRequiredService<EmbeddedStore>()), services.GetRequiredService<HostPresence>(),
            clock, services.GetRequiredService<WorkGauge>());
    }

    static RefusedException Refuse(FunctionDescriptor function, string why) =>
        new($"Function '{function.Name}': {why}");

    TimeZoneInfo Zone()
    {
        var name = settings.Find("WEBSITE_TIME_ZONE");
        if (string.IsNullOrEmpty(name)) return TimeZoneInfo.Utc;
        return TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone)
            ? zone
            : throw new RefusedException($"WEBSITE_TIME_ZONE: there is no time zone '{name}' on this machine.");
    }
}
