"""The student entrepreneurs of HIPMI PT."""

from __future__ import annotations

from tests.adapters.samples_a.rows import one, row

# fmt: off

HIPMI_PT_ANGGOTA = [
    row(
        "id", "name", "campus", "business_name", "business_sector", "phone", "image", "status", "is_starred",
        "description", "website_link", "created_at", "updated_at",
    ),
    row(
        1, "La Ode Contoh", "Universitas Contoh", "Kopi Anoa", "Kuliner", "0800-3000-141", "", "active", 1,
        "Kopi, dibuat sendiri", "https://anoa.example.com", "2026-07-12 10:00:00", "2026-07-13 08:00:00",
        says=one({"name": "La Ode Contoh", "phones": ["+628003000141"]}, {"name": "Kopi Anoa"}, date="2026-07-12"),
    ),
    row(
        2, "WA ODE CONTOH", "Universitas Contoh", "Tenun Buton", "Fashion", "8003000142", "", "active", 0, "", "",
        "2026-07-12 11:00:00", "2026-07-13 08:00:00",
        says=one({"name": "WA ODE CONTOH", "phones": ["+628003000142"]}, {"name": "Tenun Buton"}, date="2026-07-12"),
    ),
    row(
        3, "Ilham Pratama", "Politeknik Contoh", "Jasa Desain", "Jasa", "0800-3000-143 / 0800-3000-144", "", "pending",
        0, "", "", "2026-07-14 10:00:00", "2026-07-14 10:00:00",
    ),
    row(
        4, "Sinta Maharani", "Universitas Contoh", "-", "-", "08003000145", "", "active", 0, "", "",
        "2026-07-15 10:00:00", "2026-07-15 11:00:00",
        says=one({"name": "Sinta Maharani", "phones": ["+628003000145"]}, date="2026-07-15"),
    ),
    row(
        5, "Robot Promosi", "x", "PROMO", "x", "000", "", "rejected", 0, "", "", "2026-07-15 12:00:00",
        "2026-07-15 12:00:00",
    ),
    row(
        6, "Ahmad Rifai", "STIE Contoh", "Rifai Laundry", "Jasa", "08000000000", "", "active", 0, "", "",
        "2026-08-01 10:00:00", "2026-08-01 11:00:00",
        says=one({"name": "Ahmad Rifai"}, {"name": "Rifai Laundry"}, date="2026-08-01"),
    ),
]
