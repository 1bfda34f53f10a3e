using FluentValidation;
using FunctionsApp.Operators.Audit;
using FunctionsApp.Operators.Credentials;
using FunctionsApp.Operators.Directory;
using FunctionsApp.Operators.Sessions;
using FunctionsApp.Platform.Callers;
using FunctionsApp.Platform.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Operators;

public static class OperatorsModule
{
    public static IServiceCollection AddOperatorsModule(
        this IServiceCollection services, IConfiguration settings) => services
        .AddTable<OperatorsTable>()
        .AddTable<SignInAttemptsTable>()
        .AddTable<AuditTable>()
        .AddSingleton<OperatorStore>()
        .AddSingleton<SessionService>()
        .AddSingleton<SignInLimiter>()
        .AddSingleton<AuditLog>()
        .AddSingleton(new AuditRetention(settings))
        .AddSingleton(new MachineKeys(settings))
        .AddSingleton<ICallerResolver, CallerResolver>()
        .AddSingleton<IValidator<CreateOperatorRequest>, CreateOperatorValidator>()
        .AddSingleton<IValidator<EditOperatorRequest>, EditOperatorValidator>()
        .AddSingleton<IValidator<SignInRequest>, SignInValidator>();
}
