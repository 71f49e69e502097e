using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Merlon.Core.Identity;

/// <summary>Failed sign-ins of one login from one address, counted together; tokens are never counted.</summary>
public sealed class SignInFailure
{
    public required string LoginFolded { get; init; }
    public required string Address { get; init; }
    public required int Count { get; set; }
    public required DateTimeOffset LastAt { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<SignInFailure>
    {
        public void Configure(EntityTypeBuilder<SignInFailure> entity) => entity.ToTable("sign_in_failures").HasKey(f => new { f.LoginFolded, f.Address });
    }
}
